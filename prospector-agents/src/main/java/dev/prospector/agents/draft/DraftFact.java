package dev.prospector.agents.draft;

import dev.prospector.evidence.Claim;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a text may rest on.
 *
 * @param value as it was read
 * @param quote the words of the source
 * @param until the last day on which it may be used; empty if there is none
 */
public record DraftFact(String value, String quote, Optional<LocalDate> until) {

  /** Returns the fact of a claim that has no end of its own. */
  public static DraftFact of(Claim<?> claim) {
    return new DraftFact(String.valueOf(claim.value()), claim.quote(), Optional.empty());
  }

  /** Returns whether it may still be used. */
  boolean holdsOn(LocalDate day) {
    return until.filter(u -> u.isBefore(day)).isEmpty();
  }

  String text() {
    return value + "\n" + quote;
  }
}
