package dev.prospector.benchmark.machines;

import dev.prospector.Prospector;
import dev.prospector.adapter.dbscheduler.DbSchedulerDispatcher;
import dev.prospector.adapter.dbscheduler.DbSchedulerOptions;
import dev.prospector.adapter.store.Store;
import dev.prospector.adapter.store.StoreOptions;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Limits;
import dev.prospector.pipeline.Pipeline;
import java.time.Duration;
import javax.sql.DataSource;

/** What each process has that takes part in a run: the store, and the dispatcher on the same. */
final class Member implements AutoCloseable {

  static final int CONNECTIONS = 12;
  static final Pipeline PAID = Sequence.of("paid", spec -> new PaidAgent(spec.readingLead()));

  /** Over before the dispatcher's, so that whoever is handed a lead can take it at once. */
  private static final Duration LEASE = Duration.ofSeconds(9);

  private final Store store;
  private final DbSchedulerDispatcher dispatcher;

  private Member(Store store, DbSchedulerDispatcher dispatcher) {
    this.store = store;
    this.dispatcher = dispatcher;
  }

  static DbSchedulerOptions spread(int leads) {
    return DbSchedulerOptions.defaults().withLeads(leads).withPoll(Duration.ofMillis(500));
  }

  static Member open(DataSource pool, int leads) {
    Store store = Store.open(pool, StoreOptions.defaults().withPipeline(PAID).withLease(LEASE));
    return new Member(store, DbSchedulerDispatcher.open(pool, spread(leads)));
  }

  Prospector.Builder builder() {
    return Prospector.builder().runs(store.runs()).dispatcher(dispatcher);
  }

  Budget budget() {
    return store.budget(Limits.unlimited());
  }

  @Override
  public void close() {
    store.close();
  }
}
