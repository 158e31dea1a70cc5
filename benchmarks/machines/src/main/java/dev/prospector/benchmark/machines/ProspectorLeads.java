package dev.prospector.benchmark.machines;

import com.zaxxer.hikari.HikariDataSource;
import dev.prospector.Prospector;
import dev.prospector.adapter.dbscheduler.DbSchedulerDispatcher;
import dev.prospector.adapter.dbscheduler.DbSchedulerOptions;
import dev.prospector.adapter.store.Store;
import dev.prospector.adapter.store.StoreOptions;
import dev.prospector.event.RunId;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Dispatcher;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunProgress;
import dev.prospector.store.RunStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Prospector itself: a stored run whose leads db-scheduler hands out. */
final class ProspectorLeads implements Contender {

  private static final Pipeline PIPELINE = Sequence.of("empty", EmptyAgent::new);

  private final HikariDataSource pool;
  private final Optional<Store> store;
  private final Prospector prospector;
  private final RunOptions options;
  private final Dispatcher.Serving serving;

  private ProspectorLeads(
      HikariDataSource pool, Optional<Store> store, RunStore runs, int threads) {
    this.pool = pool;
    this.store = store;
    DbSchedulerOptions spread =
        DbSchedulerOptions.defaults().withLeads(threads).withPoll(Duration.ofMillis(100));
    this.prospector =
        Prospector.builder()
            .runs(runs)
            .dispatcher(DbSchedulerDispatcher.open(pool, spread))
            .build();
    this.options = RunOptions.defaults().withConcurrency(threads);
    this.serving = prospector.join(List.of(PIPELINE), options);
  }

  /** The run and its journal are in the same database as the dispatcher's table. */
  static Contender stored(String url, int threads) {
    HikariDataSource pool = Pool.open(url);
    Store store = Store.open(pool, StoreOptions.defaults().withPipeline(PIPELINE));
    return new ProspectorLeads(pool, Optional.of(store), store.runs(), threads);
  }

  /** What happens without a journal: the run ends with its process, only its spreading is kept. */
  static Contender inMemory(String url, int threads) {
    RunStore runs = new InMemoryRunStore(Clock.systemUTC());
    return new ProspectorLeads(Pool.open(url), Optional.empty(), runs, threads);
  }

  @Override
  public void run(String batch, int leads) throws InterruptedException {
    try (Run run =
        prospector.start(PIPELINE, Sequence.leads(batch, leads), options.withId(RunId.of(batch)))) {
      RunProgress progress = run.await();
      if (progress.leads().enriched() != leads) {
        throw new IllegalStateException("the run came to its end with " + progress);
      }
    }
  }

  @Override
  public void close() {
    serving.close();
    store.ifPresent(Store::close);
    pool.close();
  }
}
