package dev.prospector.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.ConfigurationException;
import dev.prospector.error.PortException;
import dev.prospector.error.ProspectorException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreAddressTest {

  private static final String CANARY = "zqxjkv";

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "postgresql://h/d postgresql://h/d",
        "jdbc:postgresql://h:5432/d?user=ann postgresql://h:5432/d?user=ann",
        "postgresql://a,b:5433,[::1]:5/d postgresql://a,b:5433,[::1]:5/d",
        "postgresql://ann@h/d postgresql://ann@h/d"
      })
  void anAddressIsShownAsItIsRead(String written, String shown) {
    String expected = shown.replace("//ann@h/d", "//h/d?user=ann");
    assertThat(StoreAddress.parse(written)).hasToString(expected);
    assertThat(StoreAddress.parse(written).hasSecret()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:zqxjkv@h/d",
        "postgresql://ann:a/zqxjkv@h/d",
        "postgresql://ann:a'zqxjkv@h/d?ssl=true",
        "postgresql://ann:a@zqxjkv@h/d",
        "postgresql://ann:%3Fzqxjkv@h/d",
        "postgresql://h/d?user=ann&password=zqxjkv",
        "postgresql://h/d?PASSWORD=a/'zqxjkv&user=ann",
        "postgresql://h/d?user=ann&password=a%26zqxjkv",
        "postgresql://h/d?sslpassword=zqxjkv&user=ann"
      })
  void aPasswordReachesTheDriverAndNobodyElse(String written) {
    StoreAddress address = StoreAddress.parse(written);

    assertThat(address.properties().values()).anyMatch(v -> v.toString().endsWith(CANARY));
    assertThat(address.properties()).containsEntry("user", "ann");
    assertThat(address.hasSecret()).isTrue();
    assertThat(address.toString() + address.withoutSecrets() + address.jdbcUrl())
        .contains("h/d")
        .doesNotContain(CANARY);
  }

  /** What is said of an address that is none, with all that is logged and printed meanwhile. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://h?user=u&password=zqxjkv",
        "postgresql://u:zqxjkv@h",
        "postgresql://u:a?zqxjkv@h/d",
        "postgresql://u:zqxjkv/d",
        "postgresql:u:zqxjkv@h/d",
        "postgresql://h/d?password=a&zqxjkv",
        "postgresql://h/d?password=a&zqxjkv=b",
        "postgresql://h:zqxjkv/d",
        "postgresql://h/zqxjkv@d/e",
        "postgresql://h/'zqxjkv'",
        "u:zqxjkv@h/d",
        "mysql://u:zqxjkv@h/d",
        "sqlite:",
        "zqxjkv",
        ""
      })
  void whatIsNoAddressIsRefusedWithoutRepeatingIt(String written) throws Exception {
    assertThat(everythingSaid(written)).doesNotContain(CANARY);
    assertThatThrownBy(() -> Store.open(written, StoreOptions.defaults()))
        .isInstanceOf(ConfigurationException.class);
  }

  /** The driver is asked, and fails. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://u:zqxjkv@127.0.0.1:1/d?connectTimeout=1&loginTimeout=1",
        "postgresql://127.0.0.1:1/d?user=u&password=a'/zqxjkv&connectTimeout=1&loginTimeout=1",
        "postgresql://127.0.0.1:1/d?password=zqxjkv&sslmode=none-such"
      })
  void aServerThatCannotBeReachedIsSaidWithoutThePassword(String written) throws Exception {
    assertThat(everythingSaid(written)).doesNotContain(CANARY);
    assertThatThrownBy(() -> Store.open(written, StoreOptions.defaults()))
        .isInstanceOf(PortException.class);
  }

  private static String everythingSaid(String written) throws Exception {
    List<String> logged = new ArrayList<>();
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            logged.add(entry.getMessage() + java.util.Arrays.toString(entry.getParameters()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    PrintStream error = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    root.addHandler(listener);
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    StringWriter trace = new StringWriter();
    try {
      Store.open(written, StoreOptions.defaults()).close();
    } catch (ProspectorException e) {
      e.printStackTrace(new PrintWriter(trace, true));
    } finally {
      System.setErr(error);
      root.removeHandler(listener);
    }
    return logged + printed.toString(StandardCharsets.UTF_8) + trace;
  }

  @Test
  void aFileIsAFile() {
    assertThat(StoreAddress.parse("jdbc:sqlite:some/runs.db").file())
        .contains(java.nio.file.Path.of("some/runs.db"));
    assertThat(StoreAddress.parse("postgresql://h/d").file()).isEmpty();
  }
}
