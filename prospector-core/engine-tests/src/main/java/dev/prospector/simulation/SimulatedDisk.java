package dev.prospector.simulation;

import dev.prospector.budget.Budget;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limits;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.store.RunStore;
import dev.prospector.tracking.webhook.WebhookStore;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What survives the processes of one {@link Simulation}. */
public interface SimulatedDisk extends AutoCloseable {

  /** Returns a tenant that has no run on this disk. */
  Tenant tenant();

  /**
   * Returns what a process opens that starts. Any process before it has died; its leases and
   * reservations lapse on the given clock, which has been moved by an hour since.
   */
  Opened open(Clock clock, Limits limits);

  /** Lets go of what was opened last. */
  @Override
  void close();

  /**
   * What a process works with.
   *
   * @param runs its runs
   * @param budget a budget of the given limits that these settle
   * @param webhooks what gets its messages with the events of these runs; empty if nothing does
   */
  record Opened(RunStore runs, Budget budget, Optional<WebhookStore> webhooks) {}

  /** Returns a disk in memory. */
  static SimulatedDisk inMemory() {
    return new SimulatedDisk() {
      private @Nullable InMemoryRunStore runs;
      private @Nullable InMemoryBudget budget;

      @Override
      public Tenant tenant() {
        return Tenant.DEFAULT;
      }

      @Override
      public Opened open(Clock clock, Limits limits) {
        InMemoryBudget spent = budget == null ? new InMemoryBudget(limits, clock) : budget;
        InMemoryRunStore before = runs;
        if (before != null) {
          before.lapse();
        }
        InMemoryRunStore now =
            before == null ? InMemoryRunStore.settling(spent, clock) : before.another();
        budget = spent;
        runs = now;
        return new Opened(now, spent, Optional.empty());
      }

      @Override
      public void close() {
        // Nothing is held but memory.
      }
    };
  }
}
