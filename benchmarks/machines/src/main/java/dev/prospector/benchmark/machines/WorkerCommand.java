package dev.prospector.benchmark.machines;

import com.zaxxer.hikari.HikariDataSource;
import dev.prospector.Prospector;
import dev.prospector.run.Dispatcher;
import dev.prospector.run.RunOptions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes part in the work on stored runs until it is killed. */
@Command(name = "worker", hidden = true)
final class WorkerCommand implements Callable<Integer> {

  static final String READY = "serving";

  @Option(names = "--url", required = true)
  private String url = "";

  @Option(names = "--ledger", required = true)
  private int ledger;

  @Option(names = "--name", required = true)
  private String name = "";

  @Option(names = "--leads", required = true)
  private int leads;

  @Override
  public Integer call() throws Exception {
    try (HikariDataSource pool = Pool.open(url + "&ApplicationName=" + name, Member.CONNECTIONS);
        Provider provider = Provider.connect(ledger, name);
        Member member = Member.open(pool, leads)) {
      Prospector prospector = member.builder().model(provider, member.budget()).build();
      RunOptions options = RunOptions.defaults().withConcurrency(leads);
      try (Dispatcher.Serving serving = prospector.join(List.of(Member.PAID), options)) {
        System.out.println(READY);
        Thread.currentThread().join();
      }
    }
    return 0;
  }
}
