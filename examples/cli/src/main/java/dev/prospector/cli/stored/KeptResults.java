package dev.prospector.cli.stored;

import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.privacy.AskSuppression;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.run.LeadResult;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The results of a run as they stand in the store, in the order of the input; passes over leads
 * that have not ended. Who said no since is left out.
 */
final class KeptResults implements Iterator<LeadResult> {

  private static final int AT_A_TIME = 64;
  private static final int PASSED_AT_A_TIME = 1000;

  private final RunStore runs;
  private final RunId run;
  private final Optional<AskSuppression> suppression;
  private final Deque<StoredResult> read = new ArrayDeque<>();
  private long next;
  private long unfinished;
  private boolean atEnd;

  /**
   * Begins at the first lead.
   *
   * @param suppression the list of those who said no since, if it can be read
   */
  KeptResults(RunStore runs, RunId run, Optional<SuppressionList> suppression) {
    this.runs = runs;
    this.run = run;
    this.suppression = suppression.map(list -> new AskSuppression(list, Tenant.DEFAULT));
  }

  @Override
  public boolean hasNext() {
    while (read.isEmpty() && !atEnd) {
      read.addAll(runs.results(Tenant.DEFAULT, run, next, AT_A_TIME));
      if (read.isEmpty()) {
        passUnfinished();
      } else {
        next = read.getLast().position() + 1;
      }
    }
    return !read.isEmpty();
  }

  /** Nothing ended at the next position: the leads there have not ended, or there are no more. */
  private void passUnfinished() {
    List<Long> open = runs.unfinished(Tenant.DEFAULT, run, next, PASSED_AT_A_TIME);
    if (open.isEmpty()) {
      atEnd = true;
      return;
    }
    // Those removed since are neither ended nor open: the first open one may lie further on.
    next = open.get(0);
    for (long position : open) {
      if (position != next) {
        return;
      }
      next++;
      unfinished++;
    }
  }

  /** Returns how many leads were passed over so far because they have not ended. */
  long unfinished() {
    return unfinished;
  }

  @Override
  public LeadResult next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    LeadResult kept = LeadResult.of(read.removeFirst());
    return suppression.map(kept::without).orElse(kept);
  }
}
