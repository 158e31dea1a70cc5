package dev.prospector.store;

import dev.prospector.budget.Budget;
import dev.prospector.budget.Limits;
import dev.prospector.port.Journal;
import dev.prospector.port.LeadStore;
import dev.prospector.port.ResponseCache;
import dev.prospector.port.SuppressionList;
import dev.prospector.testkit.BudgetContract;
import dev.prospector.testkit.JournalContract;
import dev.prospector.testkit.LeadStoreContract;
import dev.prospector.testkit.Note;
import dev.prospector.testkit.ResponseCacheContract;
import dev.prospector.testkit.SuppressionListContract;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The contracts of every storage port, for one kind of database. */
abstract class Contracts {

  private final List<Store> opened = new ArrayList<>();

  /** Opens a store that holds nothing. */
  abstract Store open(StoreOptions options) throws Exception;

  private Store open(Clock clock) {
    try {
      Store store = open(StoreOptions.defaults().withSections(Note.KEY).withClock(clock));
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
  class OfTheJournal extends JournalContract {
    @Override
    protected Journal journal() {
      return open(Clock.systemUTC()).journal();
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
      return open(Clock.systemUTC())
          .suppression("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Nested
  class OfTheBudget extends BudgetContract {
    @Override
    protected Budget budget(Limits limits, Clock clock) {
      return open(clock).budget(limits);
    }
  }
}
