package dev.prospector.adapter.verify.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.verification.EmailVerdict;
import dev.prospector.verification.EmailVerdict.Mark;
import dev.prospector.verification.EmailVerdict.Status;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Against a server of DNS in this process. */
class DnsEmailVerifierTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private DatagramSocket socket;
  private DnsEmailVerifier verifier;

  @BeforeEach
  void serve() throws Exception {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::answerAll, "dns");
    thread.setDaemon(true);
    thread.start();
    verifier =
        DnsEmailVerifier.open("127.0.0.1", socket.getLocalPort(), Duration.ofMillis(400), CLOCK);
  }

  @AfterEach
  void stop() {
    socket.close();
  }

  private void answerAll() {
    byte[] buffer = new byte[4096];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        Message question = new Message(java.util.Arrays.copyOf(buffer, packet.getLength()));
        byte[] answer = answer(question).toWire();
        if (answer.length > 0 && !isSilent(question)) {
          socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      } catch (SocketException e) {
        return;
      } catch (java.io.IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static String name(Message question) {
    return question.getQuestion().getName().toString(true).toLowerCase(Locale.ROOT);
  }

  private static boolean isSilent(Message question) {
    return name(question).startsWith("silent");
  }

  private Message answer(Message question) throws java.io.IOException {
    Record asks = question.getQuestion();
    String name = name(question);
    asked
        .computeIfAbsent(name + " " + Type.string(asks.getType()), n -> new AtomicInteger())
        .incrementAndGet();
    Message answer = new Message(question.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.addRecord(asks, Section.QUESTION);
    boolean mx = asks.getType() == Type.MX;
    Name owner = asks.getName();
    if (name.startsWith("gone")) {
      answer.getHeader().setRcode(Rcode.NXDOMAIN);
    } else if (name.startsWith("broken")) {
      answer.getHeader().setRcode(Rcode.SERVFAIL);
    } else if (mx && name.startsWith("null")) {
      answer.addRecord(new MXRecord(owner, DClass.IN, 60, 0, Name.root), Section.ANSWER);
    } else if (mx && !name.startsWith("host") && !name.startsWith("nothing")) {
      Name target = Name.fromString("mail." + name + ".");
      answer.addRecord(new MXRecord(owner, DClass.IN, 60, 10, target), Section.ANSWER);
    } else if (asks.getType() == Type.A && name.startsWith("host")) {
      answer.addRecord(
          new ARecord(owner, DClass.IN, 60, InetAddress.getByName("192.0.2.1")), Section.ANSWER);
    }
    return answer;
  }

  @ParameterizedTest
  @CsvSource({
    "ana@firm.example, DOMAIN_TAKES_MAIL",
    "ana@host.example, DOMAIN_TAKES_MAIL",
    "ana@null.example, UNDELIVERABLE",
    "ana@gone.example, UNDELIVERABLE",
    "ana@nothing.example, UNDELIVERABLE",
    "ana@broken.example, UNKNOWN",
    "ana@silent.example, UNKNOWN",
    "josé@ação.example, DOMAIN_TAKES_MAIL",
    "a.b+c_d@firm.example, DOMAIN_TAKES_MAIL"
  })
  void theDomainSaysWhetherItTakesMailAndAnErrorIsUnknown(String address, Status status)
      throws Exception {
    assertThat(verifier.verify(address).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ana",
        "@firm.example",
        "ana@",
        "ana@firm",
        ".ana@firm.example",
        "ana.@firm.example",
        "a..b@firm.example",
        "an a@firm.example",
        "\"ana\"@firm.example",
        "ana(x)@firm.example",
        "ana@[192.0.2.1]",
        "ana@192.0.2.1",
        "ana@-firm.example",
        "ana@firm..example",
        "ana@firm.example.",
        "ana@fi_rm.example",
        "an@a@firm.example",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@firm.example"
      })
  void whatIsNoAddressIsUndeliverableAndNobodyIsAsked(String address) throws Exception {
    assertThat(verifier.verify(address).status()).isEqualTo(Status.UNDELIVERABLE);
    assertThat(asked).isEmpty();
  }

  @Test
  void kindsOfAddressesAreMarked() throws Exception {
    assertThat(verifier.verify("Info@firm.example").marks()).containsExactly(Mark.ROLE);
    assertThat(verifier.verify("sales+list@firm.example").marks()).containsExactly(Mark.ROLE);
    assertThat(verifier.verify("ana@gmail.com").marks()).containsExactly(Mark.FREE);
    assertThat(verifier.verify("ana@UOL.com.br").marks()).containsExactly(Mark.FREE);
    assertThat(verifier.verify("ana@mailinator.com").marks()).containsExactly(Mark.DISPOSABLE);
    assertThat(verifier.verify("ana@any.mailinator.com").marks()).containsExactly(Mark.DISPOSABLE);
    assertThat(verifier.verify("ana@firm.example").marks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ana@gamil.com, ana@gmail.com",
    "ana@gmai.com, ana@gmail.com",
    "ana@gmaill.com, ana@gmail.com",
    "ana@hotmail.con, ana@hotmail.com",
    "ana@yahoo.com.bt, ana@yahoo.com.br",
    "ana@outlok.com, ana@outlook.com"
  })
  void aSlipOfThePenInALargeProvidersNameIsMarkedWithWhatMayBeMeant(String address, String meant)
      throws Exception {
    EmailVerdict verdict = verifier.verify(address);
    assertThat(verdict.marks()).contains(Mark.TYPO);
    assertThat(verdict.suggestion()).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana@email.com", "ana@live.com", "ana@ymail.com", "ana@gomail.example"})
  void anotherProviderIsNoSlipOfThePen(String address) throws Exception {
    assertThat(verifier.verify(address).suggestion()).isEmpty();
  }

  @Test
  void oneDomainIsAskedAboutOnceForABatch() throws Exception {
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      addresses.add("person" + i + "@firm.example");
    }
    assertThat(verifier.verifyAll(addresses)).hasSize(50);
    assertThat(asked.get("firm.example MX")).hasValue(1);
  }

  @Test
  void confidenceNeverRisesWhateverTheVerdict() throws Exception {
    for (String address :
        List.of(
            "ana@firm.example",
            "ana@broken.example",
            "ana@gone.example",
            "ana@mailinator.com",
            "ana@gamil.com",
            "info@firm.example",
            "no address")) {
      for (double before : new double[] {0, 0.3, 0.97, 1}) {
        assertThat(verifier.verify(address).lowered(before))
            .as(address)
            .isLessThanOrEqualTo(before);
      }
    }
    assertThat(verifier.verify("ana@broken.example").lowered(0.6)).isEqualTo(0.6);
    assertThat(verifier.verify("ana@gone.example").lowered(0.6)).isZero();
  }
}
