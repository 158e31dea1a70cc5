package dev.prospector.candidate;

/**
 * How a query did in all runs of a tenant so far.
 *
 * @param query as it was asked
 * @param asked how often it was answered
 * @param candidates how many companies it was the first to find
 * @param accepted how many of them were accepted
 */
public record QueryRecord(String query, long asked, long candidates, long accepted) {

  /** Returns accepted companies for each time it was asked; 0 if it never was. */
  public double yield() {
    return asked == 0 ? 0 : (double) accepted / asked;
  }
}
