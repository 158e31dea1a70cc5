package dev.prospector.engine.internal.stored;

/**
 * How many places of a run have to be free before leads are claimed for them. Where leads pass
 * quickly, several are claimed in one transaction; where they wait long, such as for slow hosts,
 * each free place is used, so that those that wait do not keep others out. Safe for several
 * threads.
 */
final class ClaimSize {

  /** So many claims between two ticks mean that leads pass quickly. */
  private static final int MANY = 25;

  private final int largest;
  private int fewest;
  private int claims;

  /**
   * Begins with a quarter of the places.
   *
   * @param places of the run, from 1
   */
  ClaimSize(int places) {
    this.largest = Math.max(1, places / 4);
    this.fewest = largest;
  }

  /** Returns whether leads are claimed for so many free places; then they are. */
  synchronized boolean claims(int free) {
    if (free < fewest) {
      return false;
    }
    claims++;
    return true;
  }

  /** Looks, now and then, how leads pass. */
  synchronized void tick(int free) {
    if (claims == 0 && free > 0) {
      fewest = Math.max(1, fewest / 2);
    } else if (claims > MANY) {
      fewest = Math.min(largest, 2 * fewest);
    }
    claims = 0;
  }
}
