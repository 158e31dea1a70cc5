package dev.prospector.adapter.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that earlier versions wrote can be opened, and hold what they held. */
class FrozenStoresTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void whatAnEarlierVersionWroteIntoAFileIsRead(int version) throws Exception {
    Path file = folder.resolve("store.db");
    Files.write(file, frozen("sqlite-%04d.db.gz".formatted(version)));

    try (Store store = Store.sqlite(file, Frozen.options())) {
      Frozen.check(store, version);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void whatAnEarlierVersionWroteIntoPostgresqlIsRead(int version) throws Exception {
    String url = Server.fresh("frozen");
    byte[] script = frozen("postgresql-%04d.sql.gz".formatted(version));
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(new String(script, StandardCharsets.UTF_8));
    }

    try (Store store = Store.open(url.substring("jdbc:".length()), Frozen.options())) {
      Frozen.check(store, version);
    }
  }

  private static byte[] frozen(String name) throws IOException {
    try (InputStream in =
        new GZIPInputStream(
            Objects.requireNonNull(
                FrozenStoresTest.class.getResourceAsStream("frozen/" + name), name))) {
      return in.readAllBytes();
    }
  }
}
