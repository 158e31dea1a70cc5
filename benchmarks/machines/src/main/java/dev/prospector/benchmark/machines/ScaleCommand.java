package dev.prospector.benchmark.machines;

import com.zaxxer.hikari.HikariDataSource;
import dev.prospector.Prospector;
import dev.prospector.event.RunId;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunProgress;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The same run with one worker process, with two, and with more. */
@Command(name = "scale", description = "The same run with more and more workers.")
final class ScaleCommand implements Callable<Integer> {

  @Option(names = "--leads", description = "Leads of each run (${DEFAULT-VALUE}).")
  private int leads = 20_000;

  @Option(names = "--workers", split = ",", description = "Worker processes of each run.")
  private List<Integer> workers = List.of(1, 2, 4);

  @Option(names = "--at-a-time", description = "Leads at a time in each (${DEFAULT-VALUE}).")
  private int atATime = 64;

  @Option(names = "--latency", description = "Milliseconds of a call (${DEFAULT-VALUE}).")
  private long latency = 100;

  @Override
  public Integer call() throws Exception {
    File errors = File.createTempFile("workers", ".log");
    System.out.println("what the workers say goes to " + errors);
    double one = 0;
    try (PostgresServer server = PostgresServer.start()) {
      for (int count : workers) {
        double speed = stepsPerSecond(server, count, errors);
        one = one == 0 ? speed / count : one;
        System.out.printf(
            Locale.ROOT,
            "%d workers: %,.0f steps/s of at most %,.0f, %.2f times one%n",
            count,
            speed,
            count * atATime * 1000.0 / latency,
            speed / one);
      }
    }
    return 0;
  }

  private double stepsPerSecond(PostgresServer server, int count, File errors) throws Exception {
    String url = server.fresh("scale");
    try (Ledger ledger = Ledger.start(latency);
        HikariDataSource pool = Pool.open(url + "&ApplicationName=host", Member.CONNECTIONS);
        Member member = Member.open(pool, atATime);
        Crew crew = new Crew(count, Crew.starter(url, ledger, atATime, errors), 0)) {
      Prospector prospector = member.builder().build();
      crew.start();
      long begun = Ledger.now();
      RunOptions options = RunOptions.defaults().withId(RunId.of("run"));
      try (Run run = prospector.start(Member.PAID, Sequence.leads("run", leads), options)) {
        RunProgress end = run.await();
        if (end.leads().enriched() != leads || ledger.size() != leads * Work.STEPS) {
          throw new IllegalStateException(end + " with " + ledger.size() + " calls");
        }
        return (double) leads * Work.STEPS * 1e9 / (Ledger.now() - begun);
      }
    } finally {
      server.drop("scale");
    }
  }
}
