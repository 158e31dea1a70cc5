package dev.prospector.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Spending;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunState;
import dev.prospector.lead.Tenant;
import dev.prospector.pipeline.Run;
import dev.prospector.pipeline.RunOptions;
import dev.prospector.port.Effect;
import dev.prospector.port.StoredRun;
import dev.prospector.testkit.LedgerModel;
import dev.prospector.testkit.Note;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that cuts all connections of a run again and again, whatever they are doing. */
@Timeout(120)
class CutConnectionsTest {

  private static final int LEADS = 400;
  private static final int AT_A_TIME = 16;
  private static final int EVENTS_BETWEEN_CUTS = 100;

  private int cuts;

  @Test
  void aRunEndsAsEverHoweverOftenItsConnectionsAreCut() throws Exception {
    StoreOptions options = StoreOptions.defaults().withSections(Note.KEY);
    LedgerModel provider = LedgerModel.of(Effect.READ);
    try (Store store = Store.open(Server.fresh("cut"), options)) {
      Budget budget = store.budget(Spender.limits(2 * LEADS));
      Prospector prospector =
          Prospector.builder().runs(store.runs()).model(provider, budget).sink(this::cut).build();
      RunOptions ofRun = RunOptions.defaults().withId(Spender.RUN).withConcurrency(AT_A_TIME);
      try (Run run = prospector.start(Spender.pipeline(), Spender.leads(LEADS), ofRun)) {
        assertThat(run.await().state()).isEqualTo(RunState.COMPLETED);
      }

      StoredRun stored = store.runs().find(Tenant.DEFAULT, Spender.RUN).orElseThrow();
      List<RunEvent> events = store.runs().events(Tenant.DEFAULT, Spender.RUN, 0, 10 * LEADS);
      Spending spending = budget.spending(new Account(Tenant.DEFAULT, Spender.RUN.value()));
      assertThat(cuts).isGreaterThan(5);
      assertThat(stored.leads().enriched()).isEqualTo(LEADS);
      assertThat(events.stream().map(e -> e.position().number()))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
      assertThat(events.stream().filter(RunEvent.StepCompleted.class::isInstance)).hasSize(LEADS);
      assertThat(provider.calls()).hasSizeLessThanOrEqualTo(LEADS + cuts * AT_A_TIME);
      assertThat(spending.settled().tokens()).isGreaterThanOrEqualTo(provider.bill().tokens());
    }
  }

  private void cut(RunEvent event) {
    if (event.position().number() % EVENTS_BETWEEN_CUTS != 0) {
      return;
    }
    cuts++;
    try {
      Server.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname='cut'");
    } catch (SQLException e) {
      throw new PortException("server", "it cannot be told to cut", RetryAdvice.never(), e);
    }
  }
}
