package dev.prospector.adapter.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.error.AddressRefusedException;
import dev.prospector.error.InputException;
import dev.prospector.error.PortException;
import dev.prospector.http.AddressPolicy;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way to write an inner address leads to no connection, as listening sockets judge. */
class SpellingsTest {

  private static final int SPELLINGS = Integer.getInteger("guard.spellings", 1_000);
  private static final List<int[]> INNER =
      List.of(
          new int[] {127, 0, 0, 1},
          new int[] {127, 8, 9, 10},
          new int[] {0, 0, 0, 0},
          new int[] {10, 1, 2, 3},
          new int[] {172, 16, 5, 4},
          new int[] {192, 168, 1, 1},
          new int[] {169, 254, 169, 254},
          new int[] {168, 63, 129, 16},
          new int[] {100, 64, 1, 1},
          new int[] {198, 18, 0, 1},
          new int[] {224, 0, 0, 1},
          new int[] {255, 255, 255, 255});

  private final AtomicInteger connections = new AtomicInteger();
  private ServerSocket socket;

  @BeforeEach
  void listen() throws IOException {
    socket = new ServerSocket(0, 100, InetAddress.getByName("0.0.0.0"));
    Thread listening = new Thread(this::accept, "listening");
    listening.setDaemon(true);
    listening.start();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        connections.incrementAndGet();
      } catch (IOException e) {
        return;
      }
    }
  }

  @AfterEach
  void stop() throws IOException {
    socket.close();
  }

  @Test
  void noSpellingOfAnInnerAddressLeadsToAConnection() throws Exception {
    OkHttpTransport transport =
        OkHttpTransport.create(
            OkHttpSettings.defaults()
                .withConnectTimeout(Duration.ofSeconds(2))
                .withResolver(SpellingsTest::onlyLiterals));
    Random chance = new Random(41);
    Set<String> tried = new TreeSet<>();
    int sent = 0;
    while (tried.size() < SPELLINGS) {
      String host = spelling(INNER.get(chance.nextInt(INNER.size())), chance);
      String url = beginning(chance) + host + ":" + socket.getLocalPort() + "/";
      if (tried.add(url) && isTried(transport, url)) {
        sent++;
      }
    }
    // The sockets do hear of connections.
    new Socket(InetAddress.getByName("127.0.0.1"), socket.getLocalPort()).close();
    while (connections.get() == 0) {
      Thread.onSpinWait();
    }
    assertThat(connections).hasValue(1);
    assertThat(sent).isZero();
  }

  /** A name server of the test says of every name that it is inside. */
  private static List<InetAddress> onlyLiterals(String host) throws UnknownHostException {
    boolean literal = host.matches("[0-9a-fA-F:.]+");
    return List.of(InetAddress.getByName(literal ? host : "127.0.0.1"));
  }

  private static boolean isTried(OkHttpTransport transport, String url) throws Exception {
    try {
      transport.send(HttpRequest.get(HttpUrl.parse(url)));
      return true;
    } catch (InputException | AddressRefusedException e) {
      return false; // Refused before anything was sent.
    } catch (PortException e) {
      return e.getMessage() == null || !e.getMessage().contains("cannot be found");
    }
  }

  private static String beginning(Random chance) {
    return List.of(
            "http://", "HTTP://", "https://", "http://public.example@", "http:\\\\", "http:///")
        .get(chance.nextInt(6));
  }

  private static String spelling(int[] address, Random chance) {
    String dotted = address[0] + "." + address[1] + "." + address[2] + "." + address[3];
    String hex =
        String.format(
            Locale.ROOT, "%02x%02x:%02x%02x", address[0], address[1], address[2], address[3]);
    return switch (chance.nextInt(14)) {
      case 0 -> dotted + ".".repeat(chance.nextInt(3));
      case 1 -> mixed(address, chance);
      case 2 -> shortened(address, chance);
      case 3 -> "[::ffff:" + dotted + "]";
      case 4 -> "[" + "0:".repeat(chance.nextInt(1, 6)) + ":ffff:" + hex + "]";
      case 5 -> "[64:ff9b::" + (chance.nextBoolean() ? dotted : hex) + "]";
      case 6 -> "[2002:" + hex + "::" + Integer.toHexString(chance.nextInt(65_536)) + "]";
      case 7 -> "[fe80::5efe:" + dotted + "%25eth" + chance.nextInt(4) + "]";
      case 8 -> "[::" + (chance.nextBoolean() ? "1" : hex) + "]";
      case 9 -> percent(dotted, chance);
      case 10 -> wide(dotted, chance);
      case 11 -> "name" + chance.nextInt(100_000) + ".example";
      case 12 -> dotted + "#@public" + chance.nextInt(10_000) + ".example";
      default -> "[fd" + String.format("%02x", chance.nextInt(256)) + "::" + hex + "]";
    };
  }

  /** Each number in a base of its own, with zeros in front. */
  private static String mixed(int[] address, Random chance) {
    StringBuilder text = new StringBuilder();
    for (int part : address) {
      text.append(text.length() == 0 ? "" : ".").append(number(part, chance));
    }
    return text.toString();
  }

  private static String number(long value, Random chance) {
    String zeros = "0".repeat(chance.nextInt(4));
    return switch (chance.nextInt(4)) {
      case 0 -> zeros + value;
      case 1 -> "0" + zeros + Long.toOctalString(value);
      case 2 -> "0x" + zeros + Long.toHexString(value);
      default -> "0X" + Long.toHexString(value).toUpperCase(Locale.ROOT);
    };
  }

  private static String shortened(int[] a, Random chance) {
    long all = ((long) a[0] << 24) | (a[1] << 16) | (a[2] << 8) | a[3];
    return switch (chance.nextInt(3)) {
      case 0 -> number(all, chance);
      case 1 -> number(a[0], chance) + "." + number(all & 0xff_ffff, chance);
      default ->
          number(a[0], chance) + "." + number(a[1], chance) + "." + number(all & 0xffff, chance);
    };
  }

  private static String percent(String dotted, Random chance) {
    StringBuilder text = new StringBuilder();
    for (char c : dotted.toCharArray()) {
      text.append(chance.nextBoolean() ? "%" + Integer.toHexString(c) : String.valueOf(c));
    }
    return text.toString();
  }

  /** Digits and dots of other scripts, which some readers take for ours. */
  private static String wide(String dotted, Random chance) {
    StringBuilder text = new StringBuilder();
    for (char c : dotted.toCharArray()) {
      boolean kept = chance.nextInt(3) == 0;
      text.append(kept ? c : c == '.' ? '。' : (char) (c - '0' + '０'));
    }
    return text.toString();
  }

  @Test
  void publicAddressesAreAccepted() throws Exception {
    AddressPolicy policy = AddressPolicy.publicOnly();
    Random chance = new Random(43);
    int[] blocks = {8, 13, 17, 20, 23, 34, 52, 93, 104, 140, 151, 177, 185, 200, 216};
    for (int i = 0; i < SPELLINGS; i++) {
      String address =
          blocks[chance.nextInt(blocks.length)]
              + "."
              + chance.nextInt(256)
              + "."
              + chance.nextInt(256)
              + "."
              + chance.nextInt(256);
      for (String written : List.of(address, "::ffff:" + address, "64:ff9b::" + address)) {
        assertThat(policy.objection("company.example", 443, InetAddress.getByName(written)))
            .as(written)
            .isEmpty();
      }
    }
    for (String written : List.of("2606:4700:4700::1111", "2a00:1450:4001::1", "2801:80::1")) {
      assertThat(policy.objection("company.example", 443, InetAddress.getByName(written)))
          .isEmpty();
    }
  }
}
