package dev.prospector.adapter.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteTenantsTest extends TenantsTest {

  @TempDir private Path place;

  @Override
  Store open(StoreOptions options) {
    return Store.sqlite(place.resolve("store.db"), options);
  }

  @Override
  Store openAnother(StoreOptions options) {
    return Store.sqlite(place.resolve("another.db"), options);
  }

  @Override
  String jdbcUrl() {
    return "jdbc:sqlite:" + place.resolve("store.db");
  }
}
