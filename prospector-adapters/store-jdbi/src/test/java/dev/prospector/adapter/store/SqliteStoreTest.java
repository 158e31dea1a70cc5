package dev.prospector.adapter.store;

import dev.prospector.adapter.store.internal.database.Dialect;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreTest {

  @TempDir private Path folder;

  @Override
  Store open(StoreOptions options) {
    return Store.open("sqlite:" + file(), options);
  }

  private Path file() {
    return folder.resolve("store.db");
  }

  @Override
  String jdbcUrl() {
    return "jdbc:sqlite:" + file();
  }

  @Override
  Dialect dialect() {
    return Dialect.SQLITE;
  }
}
