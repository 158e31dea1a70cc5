package dev.prospector.adapter.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteOutboxTest extends OutboxTest {

  @TempDir private Path place;

  @Override
  Store open(StoreOptions options) {
    return Store.sqlite(place.resolve("store.db"), options);
  }

  @Override
  String jdbcUrl() {
    return "jdbc:sqlite:" + place.resolve("store.db");
  }
}
