package dev.prospector.adapter.store;

import dev.prospector.adapter.store.internal.sql.Access;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Limits;
import dev.prospector.candidate.CandidateStore;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.Tenant;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.store.ContextStore;
import dev.prospector.store.Journal;
import dev.prospector.store.LeadStore;
import dev.prospector.store.ResponseCache;
import dev.prospector.store.RunStore;
import dev.prospector.store.SharedLimits;
import dev.prospector.testkit.Note;
import dev.prospector.testkit.SettableClock;
import dev.prospector.testkit.contract.BudgetContract;
import dev.prospector.testkit.contract.CandidateStoreContract;
import dev.prospector.testkit.contract.ContextStoreContract;
import dev.prospector.testkit.contract.JournalContract;
import dev.prospector.testkit.contract.LeadStoreContract;
import dev.prospector.testkit.contract.ResponseCacheContract;
import dev.prospector.testkit.contract.SharedLimitsContract;
import dev.prospector.testkit.contract.SuppressionListContract;
import dev.prospector.testkit.contract.remote.ReportStoreContract;
import dev.prospector.testkit.contract.run.RunStoreContract;
import dev.prospector.testkit.contract.webhook.WebhookStoreContract;
import dev.prospector.tracking.remote.ReportStore;
import dev.prospector.tracking.webhook.WebhookStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The contracts of every storage port, for one kind of database. */
abstract class Contracts {

  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final List<Store> opened = new ArrayList<>();

  /** So long that no store is heard of by itself while a test lets its lease lapse. */
  private static final Duration LEASE = Duration.ofHours(1);

  /** Opens a store that holds nothing. */
  abstract Store open(StoreOptions options) throws Exception;

  /** Opens the latest store once more. */
  abstract Store again(StoreOptions options) throws Exception;

  private Store open(Clock clock) {
    return opened(() -> open(options(clock)));
  }

  private static StoreOptions options(Clock clock) {
    return StoreOptions.defaults().withSections(Note.KEY).withClock(clock).withLease(LEASE);
  }

  private Store opened(Callable<Store> opening) {
    try {
      Store store = opening.call();
      opened.add(store);
      return store;
    } catch (Exception e) {
      throw new AssertionError("the store cannot be opened", e);
    }
  }

  @AfterEach
  void close() {
    opened.forEach(Store::close);
    opened.clear();
  }

  @Nested
  class OfTheCandidates extends CandidateStoreContract {
    @Override
    protected CandidateStore candidates() {
      return open(Clock.systemUTC()).candidates();
    }
  }

  @Nested
  class OfTheJournal extends JournalContract {
    @Override
    protected Journal journal() {
      return open(Clock.systemUTC()).journal();
    }
  }

  @Nested
  class OfTheContextStore extends ContextStoreContract {
    @Override
    protected ContextStore store(SettableClock clock) {
      return open(clock).contexts();
    }
  }

  @Nested
  class OfTheLeadStore extends LeadStoreContract {
    @Override
    protected LeadStore store() {
      return open(Clock.systemUTC()).leads();
    }
  }

  @Nested
  class OfTheResponseCache extends ResponseCacheContract {
    @Override
    protected ResponseCache cache(Clock time) {
      return open(time).cache();
    }
  }

  @Nested
  class OfTheSuppressionList extends SuppressionListContract {
    @Override
    protected SuppressionList list() {
      return open(Clock.systemUTC()).suppression(KEY);
    }
  }

  @Nested
  class OfTheBudget extends BudgetContract {
    @Override
    protected Budget budget(Limits limits, Clock clock) {
      return open(clock).budget(limits);
    }
  }

  @Nested
  class OfTheRunStore extends RunStoreContract {
    private Clock time = Clock.systemUTC();

    @Override
    protected RunStore store(Clock clock) {
      time = clock;
      return open(clock).runs();
    }

    @Override
    protected Budget budget(Limits limits) {
      return opened.get(0).budget(limits);
    }

    @Override
    protected Optional<RunStore> another() {
      return Optional.of(opened(() -> again(options(time))).runs());
    }

    @Override
    protected void lapse(SettableClock clock) {
      clock.advance(LEASE.plusSeconds(1));
    }
  }

  @Nested
  class OfTheWebhookStore extends WebhookStoreContract {
    @Override
    protected WebhookStore store() {
      return open(Clock.systemUTC()).webhooks(KEY);
    }

    @Override
    protected void happen(Tenant tenant, RunEvent event) {
      Access access = opened.get(opened.size() - 1).access();
      access.write(new Happen(access.dialect()), new Happen.Request(tenant, event));
    }
  }

  @Nested
  class OfTheReportStore extends ReportStoreContract {
    @Override
    protected ReportStore store() {
      return open(Clock.systemUTC()).reports();
    }
  }

  @Nested
  class OfTheSharedLimits extends SharedLimitsContract {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private boolean opens = true;

    @Override
    protected SharedLimits holder() {
      Store store = opens ? open(clock) : opened(() -> again(options(clock)));
      opens = false;
      return store.runs().limits();
    }

    @Override
    protected SettableClock clock() {
      return clock;
    }
  }
}
