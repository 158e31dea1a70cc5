package dev.prospector.adapter.store;

import static dev.prospector.adapter.store.Steps.LEAD;
import static dev.prospector.adapter.store.Steps.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.adapter.store.internal.database.Database;
import dev.prospector.adapter.store.internal.database.OpenSqlite;
import dev.prospector.adapter.store.internal.database.Schema;
import dev.prospector.adapter.store.internal.sql.GroupCommit;
import dev.prospector.adapter.store.internal.sql.Write;
import dev.prospector.dossier.Dossier;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.PortException;
import dev.prospector.error.ProspectorException;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Person;
import dev.prospector.store.StepCommit;
import dev.prospector.testkit.Note;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the file of a SQLite store. */
class SqliteFileTest {

  private static final StoreOptions OPTIONS = StoreOptions.defaults().withSections(Note.KEY);
  private static final int STEPS = 40;

  @TempDir private Path folder;

  @Test
  void afterErasureNoByteOfThePersonIsLeftInAnyFile() throws Exception {
    String planted = "Planted Person zqxj";
    try (Store store = Store.sqlite(file(), OPTIONS)) {
      Snapshot page = Snapshot.page("https://a.example/" + planted, planted + " works here");
      store.journal().commit(TENANT, Steps.commit(LEAD, "a", planted, page));
      store.journal().commit(TENANT, Steps.commit(LeadId.of("lead-2"), "b", "somebody else"));
      Lead lead =
          Lead.of(LEAD, Company.named(planted))
              .withPeople(List.of(new Person(planted, "", "", "")));
      store.leads().save(TENANT, lead, Dossier.of(List.of(Note.entry(planted))));
      store.cache().put(TENANT, "question", planted, Duration.ofDays(1));
      assertThat(filesWith("zqxj")).isNotEmpty();

      store.journal().forget(TENANT, LEAD);
      store.leads().remove(TENANT, LEAD);

      assertThat(filesWith("zqxj")).isEmpty();
      assertThat(store.journal().find(TENANT, Steps.fingerprint("b"))).isPresent();
      assertThat(store.cache().find(TENANT, "question")).contains(planted);
    }
    assertThat(filesWith("zqxj")).isEmpty();
  }

  private List<Path> filesWith(String text) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> with = new ArrayList<>();
      for (Path each : files.toList()) {
        String bytes = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
        if (bytes.contains(text)) {
          with.add(each);
        }
      }
      return with;
    }
  }

  /** Whatever is cut off or changed, what is still found is what was written. */
  @Test
  void aCutFileGivesWhatIsWholeOrATypedError() throws Exception {
    byte[] whole = written();
    Random random = new Random(7);
    int failed = 0;
    for (int i = 0; i < 12; i++) {
      Files.write(file(), java.util.Arrays.copyOf(whole, random.nextInt(whole.length)));
      failed += read();
    }
    assertThat(failed).isPositive();
  }

  @Test
  void aChangedByteIsNoticedOrChangesNothing() throws Exception {
    byte[] whole = written();
    Random random = new Random(8);
    int noticed = 0;
    for (int i = 0; i < 16; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file(), changed);
      noticed += read();
    }
    assertThat(noticed).isPositive();
  }

  @Test
  void aFileThatIsNoDatabaseIsNotTouched() throws Exception {
    byte[] other =
        "this is a letter, not a database\n".repeat(100).getBytes(StandardCharsets.UTF_8);
    Files.write(file(), other);

    assertThatThrownBy(() -> Store.sqlite(file(), OPTIONS)).isInstanceOf(PortException.class);
    assertThat(Files.readAllBytes(file())).isEqualTo(other);
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Store.sqlite(folder.resolve("no/store.db"), OPTIONS))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("store.db");
  }

  private byte[] written() throws IOException {
    try (Store store = Store.sqlite(file(), OPTIONS)) {
      for (int i = 0; i < STEPS; i++) {
        store.journal().commit(TENANT, step(i));
      }
    }
    assertThat(file().resolveSibling("store.db-wal")).doesNotExist();
    return Files.readAllBytes(file());
  }

  private static StepCommit step(int i) {
    Snapshot page = Snapshot.page("https://a.example/" + i, ("page " + i + " ").repeat(50));
    return Steps.commit(LeadId.of("lead-" + i), "step " + i, ("note " + i + " ").repeat(60), page);
  }

  /** Returns 1 if there was a typed error; fails on any other, or on a wrong result. */
  private int read() throws IOException {
    Files.deleteIfExists(folder.resolve("store.db-wal"));
    Files.deleteIfExists(folder.resolve("store.db-shm"));
    try (Store store = Store.sqlite(file(), OPTIONS)) {
      int failed = 0;
      for (int i = 0; i < STEPS; i++) {
        failed = Math.max(failed, isWhole(store, i));
      }
      return failed;
    } catch (ProspectorException e) {
      return 1;
    }
  }

  private static int isWhole(Store store, int i) {
    try {
      Optional<StepCommit> found = store.journal().find(TENANT, step(i).inputs());
      found.ifPresent(f -> assertThat(f).isEqualTo(step(i)));
      return 0;
    } catch (ProspectorException e) {
      return 1;
    }
  }

  @Test
  void aBadRequestFailsAloneAndTheOthersOfItsGroupAreWritten() throws Exception {
    Database database = OpenSqlite.open(file());
    Schema.prepare(database, true);
    CountDownLatch go = new CountDownLatch(1);
    Set<String> written = new HashSet<>();
    Write<String, Integer> write =
        (handle, requests) -> {
          if (requests.contains("bad")) {
            throw new IllegalArgumentException("bad");
          }
          written.addAll(requests);
          return requests.stream().map(String::length).toList();
        };
    Write<String, Integer> wait =
        (handle, requests) -> {
          try {
            go.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return List.of(0);
        };
    try (GroupCommit writer = new GroupCommit(database, () -> {}, Duration.ofHours(1))) {
      List<CompletableFuture<Integer>> results = new ArrayList<>();
      results.add(CompletableFuture.supplyAsync(() -> writer.submit(wait, "wait")));
      for (String text : List.of("one", "bad", "three")) {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        Thread thread =
            new Thread(
                () -> {
                  try {
                    result.complete(writer.submit(write, text));
                  } catch (RuntimeException e) {
                    result.completeExceptionally(e);
                  }
                });
        thread.start();
        results.add(result);
      }
      go.countDown();

      assertThat(results.get(1).join()).isEqualTo(3);
      assertThat(results.get(3).join()).isEqualTo(5);
      assertThatThrownBy(() -> results.get(2).join())
          .hasCauseInstanceOf(IllegalArgumentException.class);
      assertThat(written).containsExactlyInAnyOrder("one", "three");
    } finally {
      database.closing().run();
    }
  }

  @Test
  void theSizeOfTheLogIsBoundedByCheckpoints() throws Exception {
    try (Store store = Store.sqlite(file(), OPTIONS)) {
      for (int i = 0; i < 300; i++) {
        store.journal().commit(TENANT, Steps.commit(LEAD, "step " + i, "x".repeat(20_000)));
      }
      try (RandomAccessFile log =
          new RandomAccessFile(folder.resolve("store.db-wal").toFile(), "r")) {
        assertThat(log.length()).isLessThan(6_000_000);
      }
    }
  }

  private Path file() {
    return folder.resolve("store.db");
  }
}
