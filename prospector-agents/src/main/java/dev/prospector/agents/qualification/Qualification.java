package dev.prospector.agents.qualification;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.dossier.Section;
import java.util.List;
import java.util.Optional;

/**
 * How well a lead fits the host's business, with everything that the verdict rests on.
 *
 * <p>Each factor has a range, since not everything is known. The score's range is the weighted sum
 * of the factors' ranges (simple additive weighting, P. Fishburn, Operations Research 15, 1967;
 * sums of ranges as in R. Moore, Interval Analysis, 1966). The factors are those of BANT (budget,
 * authority, need, timing) with fit before and reachability after.
 *
 * <p>The score proper is what is to be expected: each factor counts with the low end of its range
 * and, of the rest, with the share that is usual for it where nothing is known (fit 0.2; need 0.3,
 * and up to 0.7 the better the fit; others 0.5). So a lead of which little is known has the score
 * of a usual one, never a good one, and leads are ranked by it.
 *
 * <p>The tier follows from the score by the thresholds of {@link Tier}, with two bounds: {@link
 * Tier#MEDIUM} needs a fit that is shown to at least 0.5 and 32 % of the whole known, {@link
 * Tier#HIGH} 0.7 and 50 %; and a lead whose range still reaches {@link Tier#LOW} is never {@link
 * Tier#NOT_QUALIFIED} for what is missing.
 *
 * @param tier the verdict
 * @param score what is to be expected, in 0..1
 * @param range the bounds of the score for all values that the unknown factors can have
 * @param known how much of the whole is known, in 0..1
 * @param factors one for each kind, in their order
 * @param decisive the factor that, if known, would move the verdict most; empty when all is known
 * @param exclusion why the lead is ruled out, at any score
 * @param justification for people, in the language of the context
 * @param arguments of a model, at most 12; each moved its factor's range by .05, or by .1 where the
 *     quote itself says it, and all of one factor by at most .2
 */
public record Qualification(
    @JsonProperty("tier") Tier tier,
    @JsonProperty("score") double score,
    @JsonProperty("range") ScoreRange range,
    @JsonProperty("known") double known,
    @JsonProperty("factors") List<Factor> factors,
    @JsonProperty("decisive") Optional<Factor.Kind> decisive,
    @JsonProperty("exclusion") Optional<Exclusion> exclusion,
    @JsonProperty("justification") String justification,
    @JsonProperty("arguments") List<Argument> arguments) {

  /** Where this stands in a dossier. */
  public static final Section<Qualification> KEY =
      Section.of("qualification", Qualification.class, 1);

  /** Fixes the lists. */
  public Qualification {
    factors = List.copyOf(factors);
    arguments = List.copyOf(arguments);
  }

  /** Returns the factor of a kind. */
  public Factor factor(Factor.Kind kind) {
    return factors.get(kind.ordinal());
  }

  /**
   * Why a lead is out of the question.
   *
   * @param kind for which of the context's reasons
   * @param entry the entry of the context that matched
   */
  public record Exclusion(@JsonProperty("kind") Kind kind, @JsonProperty("entry") String entry) {

    /** For which of the context's reasons. */
    public enum Kind {
      /** It is one of our competitors. */
      COMPETITOR,
      /** Its name is on the list to be avoided. */
      AVOIDED_COMPANY,
      /** Its domain is on the list to be avoided. */
      AVOIDED_DOMAIN,
      /** There is nothing to go by: the entry names no company. */
      NO_COMPANY,
      /** Its registration is said to have ended. */
      ENDED
    }
  }
}
