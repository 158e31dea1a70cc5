package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.cli.stored.StoreAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keeps runs on a real server, whose address bears a password. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KeptOnPostgresqlTest {

  private static final String PASSWORD = "hunter2";

  @TempDir private Path folder;
  private EmbeddedPostgres server;
  private String address;

  @BeforeEach
  void aServer() throws IOException {
    // Its usual settings would forget what they confirm, and are refused.
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    address = server.getJdbcUrl("postgres", "postgres") + "&password=" + PASSWORD;
  }

  @AfterEach
  void theServerEnds() throws IOException {
    server.close();
  }

  @Test
  void aKilledRunGoesOnAndNobodyIsToldThePassword() throws Exception {
    KeptList list = KeptList.in(folder, 30);
    String whole = Invocation.of(folder, list.enrich()).out();
    Object[] enrich = list.enrich("--store", address, "--run-id", "one", "--concurrency", "2");
    try (Program program = Program.start(folder, enrich)) {
      program.read(10);
      program.signal("INT");
      Invocation left = program.end();
      assertThat(left.code()).isEqualTo(130);
      assertThat(left.err())
          .contains("prospector resume one --store 'postgresql://")
          .contains("with the password again, best in PROSPECTOR_STORE")
          .doesNotContain(PASSWORD);
    }
    try (Program program = Program.start(folder, "resume", "one", "--store", address)) {
      program.read(20);
      program.kill();
    }
    Map<String, String> environment = Map.of(StoreAddress.VARIABLE, address);
    Invocation last = Invocation.of(environment, folder, "resume", "one");
    assertThat(last.code()).as(last.err()).isZero();
    assertThat(last.out()).isEqualTo(whole);

    Invocation runs = Invocation.of(environment, folder, "runs", "--json");
    assertThat(runs.out()).contains("\"state\":\"COMPLETED\"").doesNotContain(PASSWORD);
    Invocation export = Invocation.of(environment, folder, "export", "one");
    assertThat(export.out()).isEqualTo(whole);
    Invocation shown = Invocation.of(environment, folder, "show", "one");
    assertThat(shown.out()).contains("one in postgresql://").doesNotContain(PASSWORD);
  }
}
