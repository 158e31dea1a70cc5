package dev.prospector.testkit.contract.run;

import dev.prospector.budget.Budget;
import dev.prospector.budget.Limits;
import dev.prospector.store.RunStore;
import dev.prospector.testkit.Note;
import dev.prospector.testkit.SettableClock;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/**
 * What every store of runs promises, in several parts. Extend it, and return a store without runs.
 */
public abstract class RunStoreContract {

  /** Creates the contract. */
  protected RunStoreContract() {}

  /**
   * Returns a store that holds nothing, for sections of the type {@link Note}.
   *
   * @param clock tells the time of the store's own events, and where leases lapse, when they do
   */
  protected abstract RunStore store(Clock clock);

  /** Returns a budget whose reservations the latest store settles. */
  protected abstract Budget budget(Limits limits);

  /**
   * Returns another store object over the data of the latest store, as another process has it.
   *
   * @return empty if there is never more than one
   */
  protected Optional<RunStore> another() {
    return Optional.empty();
  }

  /**
   * Lets the leases lapse that were given through the latest store.
   *
   * @param clock the clock of that store
   */
  protected void lapse(SettableClock clock) {
    throw new UnsupportedOperationException("override this together with another()");
  }

  @Nested
  class Leads extends RunStoreLeads {
    @Override
    RunStoreContract contract() {
      return RunStoreContract.this;
    }
  }

  @Nested
  class Queue extends RunStoreQueue {
    @Override
    RunStoreContract contract() {
      return RunStoreContract.this;
    }
  }

  @Nested
  class Commits extends RunStoreCommits {
    @Override
    RunStoreContract contract() {
      return RunStoreContract.this;
    }
  }

  @Nested
  class Calls extends RunStoreCalls {
    @Override
    RunStoreContract contract() {
      return RunStoreContract.this;
    }
  }

  @Nested
  class Events extends RunStoreEvents {
    @Override
    RunStoreContract contract() {
      return RunStoreContract.this;
    }
  }

  @Nested
  class States extends RunStoreStates {
    @Override
    RunStoreContract contract() {
      return RunStoreContract.this;
    }
  }

  @Nested
  class Sharing extends RunStoreSharing {
    @Override
    RunStoreContract contract() {
      return RunStoreContract.this;
    }
  }
}
