package dev.prospector.engine.internal.lead;

import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.error.BudgetRefusedException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Counts one lead against the limits on leads before the first step of it that is really executed:
 * a lead of which everything is known does not count, nor one that was counted by who had it
 * before. Safe for several threads.
 */
public final class LeadCount {

  private final Workplace run;
  private final LeadBook book;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Reservation reservation;
  private @Nullable BudgetRefusedException refusal;

  public LeadCount(Workplace run, LeadBook book) {
    this.run = run;
    this.book = book;
  }

  /**
   * A step is about to be executed.
   *
   * @throws BudgetRefusedException if the lead would pass a limit; then for all its steps
   */
  public void begin() {
    lock.lock();
    try {
      if (refusal != null) {
        throw refusal;
      }
      if (reservation == null && !book.toldBefore().hasStarted()) {
        Reservation granted = book.ask(() -> run.reserve(Usage.ofLead()));
        reservation = granted;
        // Written with or before the event that a step has started, by which others know.
        book.spent(granted, granted.atMost());
      }
    } catch (BudgetRefusedException e) {
      refusal = e;
      throw e;
    } finally {
      lock.unlock();
    }
  }

  /** No step is executed here any more. What was counted and never written is given back. */
  public void end() {
    Reservation granted = reservation;
    if (granted != null && book.isAbandoned()) {
      book.release(granted);
    }
  }
}
