package dev.prospector.adapter.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteContractsTest extends Contracts {

  @TempDir private Path folder;

  private Path file = Path.of("none");

  @Override
  Store open(StoreOptions options) throws Exception {
    file = Files.createTempDirectory(folder, "store").resolve("test.db");
    return again(options);
  }

  @Override
  Store again(StoreOptions options) {
    return Store.sqlite(file, options);
  }
}
