package dev.prospector.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.budget.Account;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Spending;
import dev.prospector.lead.Tenant;
import dev.prospector.store.StoredRun;
import dev.prospector.testkit.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that spend from one budget while some of them are killed. Here a few calls; two
 * processes with 64 threads each and 10,000 calls a process with {@code -Dbudget.calls=10000
 * -Dbudget.threads=64 -Dbudget.kills=20}.
 */
class SpendingProcessesTest {

  private static final int PROCESSES = 2;
  private static final int CALLS = PROCESSES * Integer.getInteger("budget.calls", 150);
  private static final int THREADS = Integer.getInteger("budget.threads", 16);
  private static final int KILLS = Integer.getInteger("budget.kills", 2);

  /** Of four leads that want to ask, three may. */
  private static final int LIMIT = CALLS * 3 / 4;

  @TempDir private Path folder;

  @Test
  void noLimitIsPassedOnSqliteThoughProcessesAreKilled() throws Exception {
    spend("SQLite", "sqlite:" + folder.resolve("store.db"));
  }

  @Test
  void noLimitIsPassedOnPostgresqlThoughProcessesAreKilled() throws Exception {
    spend("PostgreSQL", Server.fresh("spending_test"));
  }

  private void spend(String name, String address) throws Exception {
    Path bill = Files.createFile(folder.resolve("bill.txt"));
    try (Store store = Store.open(address, StoreOptions.defaults().withSections(Note.KEY));
        Crew crew = new Crew(address, bill)) {
      Inspector inspector = new Inspector(store);
      for (int kill = 1; kill <= KILLS; kill++) {
        long calls = (long) LIMIT * kill / (2 * KILLS);
        while (lines(bill) < calls) {
          crew.check();
          inspector.look();
        }
        crew.kill(kill % PROCESSES);
      }
      while (crew.isWorking()) {
        inspector.look();
      }
      inspector.look();
      tell(name, store, inspector, lines(bill));
    }
  }

  private static void tell(String name, Store store, Inspector inspector, long paid) {
    Spending end = inspector.spending();
    StoredRun run = store.runs().find(Tenant.DEFAULT, Spender.RUN).orElseThrow();
    long counted = end.settled().tokens() / Spender.COST.tokens();
    System.out.printf(
        "budget on %s: %d processes, %d threads, %,d leads, %d killed: limit %,d calls, "
            + "%,d counted, %,d came to the provider; looked %,d times%n",
        name, PROCESSES, THREADS, CALLS, KILLS, LIMIT, counted, paid, inspector.looked);
    assertThat(run.leads().enriched()).isEqualTo(CALLS);
    assertThat(end.reserved().tokens()).isZero();
    assertThat(counted).isBetween(paid, (long) LIMIT);
    assertThat(counted - paid).as("in flight").isLessThanOrEqualTo((long) KILLS * THREADS);
  }

  private static long lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
  }

  /** Looks at what the store says is spent. */
  private static final class Inspector {
    private static final Account ACCOUNT = new Account(Tenant.DEFAULT, Spender.RUN.value());
    private final Store store;
    private long looked;

    Inspector(Store store) {
      this.store = store;
    }

    Spending spending() {
      return store.budget(Limits.unlimited()).spending(ACCOUNT);
    }

    void look() {
      Spending now = spending();
      looked++;
      assertThat(now.settled().tokens() + now.reserved().tokens())
          .isLessThanOrEqualTo(LIMIT * Spender.COST.tokens());
    }
  }

  /** The processes; whoever is killed is replaced. */
  private static final class Crew implements AutoCloseable {
    private final List<String> command = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();
    private final Path errors;

    Crew(String address, Path bill) throws IOException {
      errors = Files.createFile(bill.resolveSibling("errors.txt"));
      command.addAll(
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx256m",
              "-cp",
              System.getProperty("java.class.path"),
              Spender.class.getName(),
              address,
              bill.toString()));
      for (int number : List.of(CALLS, LIMIT, THREADS)) {
        command.add(String.valueOf(number));
      }
      for (int i = 0; i < PROCESSES; i++) {
        workers.add(start());
      }
    }

    private Process start() throws IOException {
      return new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
          .start();
    }

    void kill(int which) throws IOException, InterruptedException {
      workers.get(which).destroyForcibly().waitFor();
      workers.set(which, start());
    }

    void check() throws IOException {
      for (Process worker : workers) {
        if (!worker.isAlive()) {
          throw new AssertionError(
              "ended with " + worker.exitValue() + ": " + Files.readString(errors));
        }
      }
    }

    boolean isWorking() {
      return workers.stream().anyMatch(Process::isAlive);
    }

    @Override
    public void close() {
      workers.forEach(Process::destroyForcibly);
    }
  }
}
