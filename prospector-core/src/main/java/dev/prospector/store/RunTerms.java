package dev.prospector.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.lookup.Freshness;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run's results depend on beside its pipeline and its leads: fixed when it begins, and kept
 * with it, so that it goes on by the same terms wherever and whenever it is resumed.
 *
 * @param asOf the time that is "now" for agents; the start of the run if empty
 * @param freshness how old answers of sources may be that were asked before the run
 */
public record RunTerms(
    @JsonProperty("asOf") Optional<Instant> asOf, @JsonProperty("freshness") Freshness freshness) {

  /** The terms of a run for which none were set. */
  public static final RunTerms DEFAULTS = new RunTerms(Optional.empty(), Freshness.defaults());

  /** Checks what is required. */
  public RunTerms {
    Objects.requireNonNull(asOf);
    Objects.requireNonNull(freshness);
  }
}
