package dev.prospector.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.budget.Account;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Spending;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunState;
import dev.prospector.store.Lease;
import dev.prospector.store.RunStore;
import dev.prospector.store.StepCommit;
import dev.prospector.testkit.Note;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one store, and one that is killed. */
class ProcessesTest {

  private static final StoreOptions OPTIONS = StoreOptions.defaults().withSections(Note.KEY);

  @TempDir private Path folder;

  /** SIGKILL, in the middle of commits: nothing that was confirmed is missing or half there. */
  @Test
  void nothingThatWasConfirmedIsMissingAfterTheProcessIsKilled() throws Exception {
    String address = "sqlite:" + folder.resolve("store.db");
    List<String> confirmed = new ArrayList<>();
    Process process = worker("write", address);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      while (confirmed.size() < 300) {
        confirmed.add(line(lines, process));
      }
      // The handle's way leaves the pipe open.
      process.toHandle().destroyForcibly();
      // What stands in the pipe was confirmed too, but for a line that was cut.
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        confirmed.add(line);
      }
    }
    assertThat(process.waitFor()).isEqualTo(128 + 9);
    confirmed.remove(confirmed.size() - 1);
    try (Store store = Store.open(address, OPTIONS)) {
      for (String name : confirmed) {
        Optional<StepCommit> found = store.journal().find(Steps.TENANT, Steps.fingerprint(name));
        assertThat(found).as(name).isPresent();
        assertThat(found.orElseThrow().snapshots()).hasSize(1);
      }
    }
  }

  @Test
  void processesThatStartAtOnceShareOneBudgetOnSqlite() throws Exception {
    shareOneBudget("sqlite:" + folder.resolve("store.db"), 3);
  }

  @Test
  void processesThatStartAtOnceShareOneBudgetOnPostgresql() throws Exception {
    shareOneBudget(Server.fresh("processes_test"), 2);
  }

  /** They make the tables at once, and then spend to the last token that is left. */
  private static void shareOneBudget(String address, int processes) throws Exception {
    List<Process> workers = new ArrayList<>();
    List<BufferedReader> readers = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      workers.add(worker("spend", address, "worker-" + i));
    }
    for (Process worker : workers) {
      BufferedReader lines = worker.inputReader(StandardCharsets.UTF_8);
      assertThat(line(lines, worker)).isEqualTo("ready");
      readers.add(lines);
    }
    for (Process worker : workers) {
      worker.getOutputStream().write('\n');
      worker.getOutputStream().flush();
    }
    long spent = 0;
    for (int i = 0; i < processes; i++) {
      spent += Long.parseLong(line(readers.get(i), workers.get(i)));
      assertThat(workers.get(i).waitFor()).isZero();
    }
    try (Store store = Store.open(address, OPTIONS)) {
      Spending spending =
          store.budget(Limits.unlimited()).spending(new Account(Steps.TENANT, "run"));
      assertThat(spending.settled().tokens()).isEqualTo(spent);
      assertThat(spending.reserved().tokens()).isZero();
    }
    assertThat(spent).isBetween(Worker.LIMIT - 100, Worker.LIMIT);
  }

  @Test
  void leadsOfKilledAndFrozenProcessesAreEndedByOthersOnSqlite() throws Exception {
    leadsOfKilledAndFrozenProcessesAreEndedByOthers("sqlite:" + folder.resolve("store.db"));
  }

  @Test
  void leadsOfKilledAndFrozenProcessesAreEndedByOthersOnPostgresql() throws Exception {
    leadsOfKilledAndFrozenProcessesAreEndedByOthers(Server.fresh("processes_test"));
  }

  /**
   * One worker is killed, and its leads are free although its lease is long; one is frozen until
   * its lease is over, and what it writes when it wakes up is refused.
   */
  private static void leadsOfKilledAndFrozenProcessesAreEndedByOthers(String address)
      throws Exception {
    try (Store store = Store.open(address, OPTIONS)) {
      RunStore runs = store.runs();
      Leads.accept(runs, Leads.RUN, 10);
      Process killed = worker("hold", address, "PT24H");
      BufferedReader ofKilled = killed.inputReader(StandardCharsets.UTF_8);
      assertThat(line(ofKilled, killed)).isEqualTo("holding [0, 1, 2]");
      Process frozen = worker("hold", address, "PT4S");
      BufferedReader ofFrozen = frozen.inputReader(StandardCharsets.UTF_8);
      assertThat(line(ofFrozen, frozen)).isEqualTo("holding [3, 4, 5]");
      signal("STOP", frozen);
      killed.toHandle().destroyForcibly();
      assertThat(killed.waitFor()).isEqualTo(128 + 9);

      while (runs.find(Steps.TENANT, Leads.RUN).orElseThrow().state() == RunState.RUNNING) {
        for (Lease lease : runs.claim(Steps.TENANT, Leads.RUN, 4)) {
          assertThat(lease.before().events()).hasSize(lease.position() < 6 ? 1 : 0);
          runs.commit(Leads.end(lease, 1, "in time"));
        }
        LockSupport.parkNanos(20_000_000);
      }
      signal("CONT", frozen);
      frozen.getOutputStream().write('\n');
      frozen.getOutputStream().flush();
      for (int position = 3; position < 6; position++) {
        assertThat(line(ofFrozen, frozen)).isEqualTo("lost " + position);
      }
      assertThat(frozen.waitFor()).isZero();
      assertThat(runs.results(Steps.TENANT, Leads.RUN, 0, 100))
          .hasSize(10)
          .allMatch(r -> r.dossier().find(Note.KEY).orElseThrow().text().equals("in time"));
      assertThat(runs.events(Steps.TENANT, Leads.RUN, 0, 1000))
          .filteredOn(RunEvent.LeadFinished.class::isInstance)
          .hasSize(10);
    }
  }

  /** It stands still in a transaction, with the row of the run that everybody else needs. */
  @Test
  void nobodyWaitsForLongForAProcessThatIsFrozenInTheMiddleOfACommit() throws Exception {
    String address = Server.fresh("processes_test");
    try (Store store = Store.open(address, OPTIONS)) {
      RunStore runs = store.runs();
      Leads.accept(runs, Leads.RUN, 2);
      Process toiling = worker("toil", address);
      BufferedReader lines = toiling.inputReader(StandardCharsets.UTF_8);
      String before = line(lines, toiling);
      signal("STOP", toiling);
      while (!holdsTheRun(address)) {
        signal("CONT", toiling);
        before = line(lines, toiling);
        signal("STOP", toiling);
      }
      CompletableFuture<List<Lease>> claimed =
          CompletableFuture.supplyAsync(() -> runs.claim(Steps.TENANT, Leads.RUN, 1));
      boolean inTime = true;
      try {
        claimed.get(20, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        inTime = false;
      }
      signal("CONT", toiling);
      long last = Long.parseLong(before);
      for (long number = last + 1; number < last + 100; number++) {
        assertThat(line(lines, toiling)).isEqualTo(String.valueOf(number));
      }
      toiling.toHandle().destroyForcibly();
      assertThat(toiling.waitFor()).isEqualTo(128 + 9);
      assertThat(inTime).isTrue();
      assertThat(claimed.join()).hasSize(1);
    }
  }

  private static boolean holdsTheRun(String address) {
    return Jdbi.create(address)
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select count(*) > 0 from pg_stat_activity join pg_locks using (pid)
                        where state = 'idle in transaction' and granted
                          and relation = 'prospector_run'::regclass
                        """)
                    .mapTo(Boolean.class)
                    .one());
  }

  private static void signal(String name, Process process) throws Exception {
    String pid = String.valueOf(process.pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  private static Process worker(String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName()));
    command.addAll(List.of(args));
    Path errors = Files.createTempFile("worker", ".txt");
    errors.toFile().deleteOnExit();
    return new ProcessBuilder(command).redirectError(errors.toFile()).start();
  }

  private static String line(BufferedReader lines, Process process) throws Exception {
    String line = lines.readLine();
    if (line == null) {
      throw new AssertionError("the worker ended with " + process.waitFor());
    }
    return line;
  }
}
