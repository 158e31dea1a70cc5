package dev.prospector.budget;

/**
 * What a run is going to use, foreseen before it starts. What is known from earlier runs is not
 * asked again, and what a provider fails to answer may be asked twice: neither is foreseen.
 *
 * @param low if gates stop every lead as early as they can, and each needs the fewest and shortest
 *     questions
 * @param high if no lead is stopped, and each needs the most and longest
 */
public record Forecast(Usage low, Usage high) {

  /** Says in words how many calls and tokens, and how much money. */
  @Override
  public String toString() {
    String words =
        high.leads()
            + " leads: "
            + range(low.calls(), high.calls())
            + " calls, "
            + range(low.tokens(), high.tokens())
            + " tokens";
    return high.money() == null
        ? words
        : words + ", " + low.moneyIn(high.money().currency()) + " to " + high.money();
  }

  private static String range(long low, long high) {
    return low == high ? String.valueOf(low) : low + " to " + high;
  }
}
