package dev.prospector.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteContractsTest extends Contracts {

  @TempDir private Path folder;

  @Override
  Store open(StoreOptions options) throws Exception {
    return Store.sqlite(Files.createTempDirectory(folder, "store").resolve("test.db"), options);
  }
}
