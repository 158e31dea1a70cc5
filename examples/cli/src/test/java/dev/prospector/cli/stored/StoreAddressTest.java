package dev.prospector.cli.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.cli.terminal.CommandWords;
import dev.prospector.error.InputException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreAddressTest {

  @Test
  void aPasswordIsShownNowhere() {
    for (String secret :
        List.of(
            "postgresql://h/d?user=ann&password=hunter2",
            "postgresql://h/d?password=hunter2&user=ann",
            "postgresql://h/d?user=ann&sslpassword=hunter2&ssl=true",
            "postgresql://ann:hunter2@h:5432/d?user=ann",
            "jdbc:postgresql://h/d?PASSWORD=hunter2&user=ann")) {
      StoreAddress address = StoreAddress.of(secret, false);
      assertThat(address.hasSecret()).isTrue();
      assertThat(address.toString()).contains("h", "/d").doesNotContain("hunter2");
      assertThat(address.option())
          .contains("//", "h", "/d", "user=ann")
          .doesNotContain("hunter2", "?&", "&&", "&'");
      assertThat(StoreAddress.withoutSecrets("cannot reach " + secret + ", sorry"))
          .contains("cannot reach", "sorry")
          .doesNotContain("hunter2");
    }
  }

  @Test
  void anAddressWithoutASecretIsShownAsItIsAndQuotedForShells() {
    StoreAddress server = StoreAddress.of("postgresql://h/d?ssl=true&user=ann", false);
    assertThat(server.hasSecret()).isFalse();
    assertThat(server).hasToString("postgresql://h/d?ssl=true&user=ann");
    assertThat(server.option()).isEqualTo(" --store 'postgresql://h/d?ssl=true&user=ann'");
    assertThat(CommandWords.quoted("Ann's runs.db")).isEqualTo("'Ann'\\''s runs.db'");
    assertThat(CommandWords.quoted("/a/b-c_d.db")).isEqualTo("/a/b-c_d.db");
  }

  @Test
  void aFileIsNamedWithItsWholePathAndAnEnvironmentNeedsNoOption() {
    Path file = Path.of("some", "runs.db").toAbsolutePath();
    assertThat(StoreAddress.of("sqlite:some/runs.db", false)).hasToString("sqlite:" + file);
    assertThat(StoreAddress.of("sqlite:some/runs.db", true).option()).isEmpty();
  }

  @Test
  void whatIsNoAddressIsRefused() {
    for (String written :
        List.of(
            "runs.db",
            "sqlite:",
            "mysql://h/d?password=hunter2",
            "postgresql://h?user=u&password=hunter2",
            "u:hunter2@h/d",
            "")) {
      assertThatThrownBy(() -> StoreAddress.of(written, false))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("--store is sqlite:FILE")
          .hasMessageNotContaining("hunter2");
    }
  }
}
