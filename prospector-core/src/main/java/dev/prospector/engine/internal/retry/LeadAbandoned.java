package dev.prospector.engine.internal.retry;

/**
 * Ends the work on a lead that another process holds by now, or will hold. An error, since it must
 * pass agents and fallbacks, none of which can do anything about it.
 */
public final class LeadAbandoned extends Error {

  private static final long serialVersionUID = 1;

  public LeadAbandoned(String why) {
    super(why, null, false, false);
  }
}
