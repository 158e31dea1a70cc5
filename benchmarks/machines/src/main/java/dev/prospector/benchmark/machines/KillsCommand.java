package dev.prospector.benchmark.machines;

import com.zaxxer.hikari.HikariDataSource;
import dev.prospector.Prospector;
import dev.prospector.event.RunId;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunProgress;
import java.io.File;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A run over several processes, of which random ones are killed and frozen. */
@Command(
    name = "kills",
    description = "Kills and freezes random workers of a run, and checks what is left.")
final class KillsCommand implements Callable<Integer> {

  @Option(names = "--leads", description = "Leads of the run (${DEFAULT-VALUE}).")
  private int leads = 20_000;

  @Option(names = "--workers", description = "Worker processes (${DEFAULT-VALUE}).")
  private int workers = 4;

  @Option(names = "--at-a-time", description = "Leads at a time in each (${DEFAULT-VALUE}).")
  private int atATime = 64;

  @Option(names = "--times", description = "How often somebody is harmed (${DEFAULT-VALUE}).")
  private int times = 50;

  @Option(names = "--latency", description = "Milliseconds of a call (${DEFAULT-VALUE}).")
  private long latency = 100;

  @Option(names = "--seed", description = "Of what is done to whom and when (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws Exception {
    File errors = File.createTempFile("workers", ".log");
    System.out.println("what the workers say goes to " + errors);
    try (PostgresServer server = PostgresServer.start();
        Ledger ledger = Ledger.start(latency)) {
      String url = server.fresh("kills");
      try (HikariDataSource pool = Pool.open(url + "&ApplicationName=host", Member.CONNECTIONS);
          Member member = Member.open(pool, atATime);
          Crew crew = new Crew(workers, Crew.starter(url, ledger, atATime, errors), seed)) {
        Audit audit = Audit.install(pool);
        return run(member, crew, ledger, audit) ? 0 : 1;
      }
    }
  }

  private boolean run(Member member, Crew crew, Ledger ledger, Audit audit) throws Exception {
    Watcher watcher = new Watcher(leads);
    Prospector prospector = member.builder().sink(watcher).build();
    crew.start();
    long begun = Ledger.now();
    RunOptions options = RunOptions.defaults().withId(RunId.of("run"));
    try (Run run = prospector.start(Member.PAID, Sequence.leads("run", leads), options)) {
      crew.harm(times);
      System.out.printf(
          Locale.ROOT,
          "harmed %d times in %.0f s, %s%n",
          times,
          (Ledger.now() - begun) / 1e9,
          run.progress().leads());
      RunProgress end = run.await();
      double seconds = (Ledger.now() - begun) / 1e9;
      System.out.printf(Locale.ROOT, "%s after %.0f s, %s%n", end.state(), seconds, end.leads());
      return holds(end, crew.faults(), ledger, watcher, audit);
    }
  }

  private boolean holds(
      RunProgress end, List<Fault> faults, Ledger ledger, Watcher watcher, Audit audit)
      throws SQLException {
    List<Ledger.Call> calls = ledger.calls();
    Repetitions again = Repetitions.in(calls, faults, watcher, latency);
    long lease = Member.spread(atATime).lease().toSeconds();
    Recoveries killed =
        Recoveries.after(
            faults.stream().filter(f -> f.kind() == Fault.Kind.KILLED).toList(), calls, watcher);
    Recoveries frozen =
        Recoveries.after(
            faults.stream()
                .filter(f -> f.kind() == Fault.Kind.FROZEN && f.lasted(lease + 1))
                .toList(),
            calls,
            watcher);
    System.out.println(again);
    tell("killed", killed);
    tell("frozen for longer than the lease", frozen);
    long shared = audit.leasesOfTwoWriters();
    long late = audit.lateEvents();
    System.out.printf(
        Locale.ROOT,
        "%,d events, %d gaps; steps not told complete exactly once: %d; fallen back: %d%n",
        watcher.events(),
        watcher.gaps(),
        watcher.notOnce(),
        watcher.fellBack());
    System.out.printf(
        Locale.ROOT,
        "leads taken over: %d; leases used by two processes: %d; late events: %d%n",
        audit.leadsTakenOver(),
        shared,
        late);
    return end.leads().enriched() == leads
        && again.steps() == (long) leads * Work.STEPS
        && again.unexplained() + again.afterCompletion() == 0
        && killed.never() + frozen.never() == 0
        && watcher.gaps() + watcher.notOnce() + watcher.fellBack() == 0
        && shared + late == 0;
  }

  private static void tell(String what, Recoveries recoveries) {
    System.out.printf(
        Locale.ROOT,
        "%s: %d leads in hand went on after %.1f s (median), %.1f s (99 %%), %.1f s (longest)%n",
        what,
        recoveries.leads(),
        recoveries.part(0.5),
        recoveries.part(0.99),
        recoveries.part(1.0));
  }
}
