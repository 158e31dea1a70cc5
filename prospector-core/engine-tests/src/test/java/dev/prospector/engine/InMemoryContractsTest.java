package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Spending;
import dev.prospector.budget.Usage;
import dev.prospector.candidate.CandidateStore;
import dev.prospector.error.RetryAdvice;
import dev.prospector.event.EventSink;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryCandidateStore;
import dev.prospector.memory.InMemoryContextStore;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.memory.InMemoryLeadStore;
import dev.prospector.memory.InMemoryResponseCache;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.memory.InMemorySharedLimits;
import dev.prospector.memory.InMemorySuppressionList;
import dev.prospector.model.Embedder;
import dev.prospector.model.LanguageModel;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.simulation.CrashPoints;
import dev.prospector.simulation.CrashingJournal;
import dev.prospector.store.ContextStore;
import dev.prospector.store.Journal;
import dev.prospector.store.LeadStore;
import dev.prospector.store.ResponseCache;
import dev.prospector.store.RunStore;
import dev.prospector.store.SharedLimits;
import dev.prospector.testkit.FixedPages;
import dev.prospector.testkit.FixedRegistry;
import dev.prospector.testkit.FixedSearch;
import dev.prospector.testkit.RecordingSink;
import dev.prospector.testkit.ScriptedModel;
import dev.prospector.testkit.SettableClock;
import dev.prospector.testkit.WordEmbedder;
import dev.prospector.testkit.contract.BudgetContract;
import dev.prospector.testkit.contract.CandidateStoreContract;
import dev.prospector.testkit.contract.CompanyRegistryContract;
import dev.prospector.testkit.contract.ContextStoreContract;
import dev.prospector.testkit.contract.EmbedderContract;
import dev.prospector.testkit.contract.EventSinkContract;
import dev.prospector.testkit.contract.JournalContract;
import dev.prospector.testkit.contract.LanguageModelContract;
import dev.prospector.testkit.contract.LeadStoreContract;
import dev.prospector.testkit.contract.PageSourceContract;
import dev.prospector.testkit.contract.ResponseCacheContract;
import dev.prospector.testkit.contract.SharedLimitsContract;
import dev.prospector.testkit.contract.SuppressionListContract;
import dev.prospector.testkit.contract.WebSearchContract;
import dev.prospector.testkit.contract.run.RunStoreContract;
import dev.prospector.tracking.sink.JsonLinesSink;
import dev.prospector.tracking.sink.LogSink;
import dev.prospector.tracking.sink.MicrometerSink;
import dev.prospector.tracking.webhook.memory.InMemoryWebhookStore;
import dev.prospector.web.PageSource;
import dev.prospector.web.WebSearch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The implementations that ship with the core, and the fakes of this module, keep the contracts.
 */
class InMemoryContractsTest {

  @Nested
  class Candidates extends CandidateStoreContract {
    @Override
    protected CandidateStore candidates() {
      return new InMemoryCandidateStore();
    }
  }

  @Nested
  class TheSearch extends WebSearchContract {
    @Override
    protected WebSearch finding() {
      return FixedSearch.of(hit(1), hit(2), hit(3), hit(4));
    }

    private static WebSearch.Hit hit(int number) {
      return new WebSearch.Hit("https://" + number + ".example/", "Page " + number, "for a query");
    }

    @Override
    protected WebSearch findingNothing() {
      return FixedSearch.of();
    }

    @Override
    protected WebSearch failing() {
      return FixedSearch.failing("a test");
    }

    @Test
    void onlyPagesWithAllWordsAreFound() {
      assertThat(FixedSearch.of(hit(1), hit(2)).search("PAGE 2", "", 3))
          .isEqualTo(new WebSearch.Result.Hits(java.util.List.of(hit(2))));
    }
  }

  @Nested
  class TheEmbedder extends EmbedderContract {
    @Override
    protected Embedder embedder() {
      return new WordEmbedder();
    }
  }

  @Nested
  class TheJournal extends JournalContract {
    @Override
    protected Journal journal() {
      return new InMemoryJournal();
    }
  }

  @Nested
  class TheBoundedJournal extends JournalContract {
    @Override
    protected Journal journal() {
      return InMemoryJournal.holding(100);
    }
  }

  @Nested
  class TheJournalThatDoesNotCrash extends JournalContract {
    @Override
    protected Journal journal() {
      return new CrashingJournal(new InMemoryJournal(), CrashPoints.none());
    }
  }

  @Nested
  class TheLeadStore extends LeadStoreContract {
    @Override
    protected LeadStore store() {
      return new InMemoryLeadStore();
    }
  }

  @Nested
  class TheContextStore extends ContextStoreContract {
    @Override
    protected ContextStore store(SettableClock clock) {
      return new InMemoryContextStore(clock);
    }
  }

  @Nested
  class TheRunStore extends RunStoreContract {
    private final InMemoryBudget budget =
        new InMemoryBudget(Limits.of(Limit.tokens(Limit.Period.RUN, 100)), Clock.systemUTC());
    private InMemoryRunStore store = new InMemoryRunStore(Clock.systemUTC());

    @Override
    protected RunStore store(Clock clock) {
      store = InMemoryRunStore.settling(budget, clock);
      return store;
    }

    @Override
    protected Budget budget(Limits limits) {
      return budget;
    }

    @Override
    protected Optional<RunStore> another() {
      return Optional.of(store.another());
    }

    @Override
    protected void lapse(SettableClock clock) {
      store.lapse();
    }
  }

  @Nested
  class TheBudget extends BudgetContract {
    @Override
    protected Budget budget(Limits limits, Clock clock) {
      return new InMemoryBudget(limits, clock);
    }

    /** In a process that makes runs for years, their counters must not add up. */
    @Test
    void whereNothingIsLimitedOnlyTheLatestRunsAreRemembered() {
      Budget unlimited = Budget.unlimited();
      Reservation first = unlimited.reserve(run(0), Usage.ofLead());
      for (int i = 1; i <= 10_000; i++) {
        unlimited.settle(unlimited.reserve(run(i), Usage.ofLead()), Usage.ofLead());
      }
      unlimited.settle(first, Usage.ofLead());

      assertThat(unlimited.spending(run(0))).isEqualTo(Spending.NONE);
      assertThat(unlimited.spending(run(10_000)).settled()).isEqualTo(Usage.ofLead());
    }

    private static Account run(int number) {
      return new Account(Tenant.DEFAULT, "run-" + number);
    }
  }

  @Nested
  class TheCache extends ResponseCacheContract {
    @Override
    protected ResponseCache cache(Clock time) {
      return new InMemoryResponseCache(100, time);
    }
  }

  @Nested
  class TheSuppressionList extends SuppressionListContract {
    @Override
    protected SuppressionList list() {
      return new InMemorySuppressionList(new byte[32]);
    }
  }

  @Nested
  class TheFixedPages extends PageSourceContract {
    @Override
    protected PageSource pages() {
      return FixedPages.of(HOME, TEXT);
    }
  }

  @Nested
  class TheFixedRegistry extends CompanyRegistryContract {
    @Override
    protected CompanyRegistry registry() {
      return FixedRegistry.empty()
          .with(
              COUNTRY,
              NUMBER,
              new CompanyRegistry.RegistryRecord(
                  "https://registry.example/" + NUMBER,
                  "Padaria Aurora Ltda, 10.91-1-02, ATIVA",
                  "Padaria Aurora Ltda",
                  "10.91-1-02",
                  "ATIVA",
                  null));
    }
  }

  @Nested
  class TheScriptedModel extends LanguageModelContract {
    @Override
    protected LanguageModel answering() {
      return new ScriptedModel().answering("yes").answering("yes");
    }

    @Override
    protected LanguageModel truncating() {
      return new ScriptedModel().truncated("ye");
    }

    @Override
    protected LanguageModel failing() {
      return new ScriptedModel().failing(RetryAdvice.backOff());
    }
  }

  @Nested
  class TheRecordingSink extends EventSinkContract {
    @Override
    protected EventSink sink() {
      return new RecordingSink();
    }
  }

  @Nested
  class LimitsInMemory extends SharedLimitsContract {
    private final SettableClock clock = new SettableClock(java.time.Instant.EPOCH);
    private final InMemorySharedLimits first = new InMemorySharedLimits(clock);

    @Override
    protected SharedLimits holder() {
      return first.another();
    }

    @Override
    protected SettableClock clock() {
      return clock;
    }
  }

  @Nested
  class TheSinkOfJsonLines extends EventSinkContract {
    @Override
    protected EventSink sink() {
      return JsonLinesSink.to(new StringWriter());
    }
  }

  @Nested
  class TheSinkOfTheLog extends EventSinkContract {
    @Override
    protected EventSink sink() {
      return LogSink.create();
    }
  }

  @Nested
  class TheSinkOfMeters extends EventSinkContract {
    @Override
    protected EventSink sink() {
      return MicrometerSink.to(new SimpleMeterRegistry());
    }
  }

  @Nested
  class TheSinkOfWebhooks extends EventSinkContract {
    @Override
    protected EventSink sink() {
      return InMemoryWebhookStore.create().sink(Tenant.DEFAULT);
    }
  }
}
