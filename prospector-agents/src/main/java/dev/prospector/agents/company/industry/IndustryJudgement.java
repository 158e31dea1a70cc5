package dev.prospector.agents.company.industry;

import dev.prospector.agents.relevance.TextPassage;
import java.util.List;
import java.util.Optional;

/**
 * What industry a text speaks of, how surely, and which of its passages say so.
 *
 * @param outcome whether an industry is named, or why not
 * @param likelihoods every industry, the most likely first; the probabilities add up to one
 * @param support up to three passages that speak most for the most likely industry, the strongest
 *     first; offsets are into the text that was classified
 */
public record IndustryJudgement(
    Outcome outcome, List<Likelihood> likelihoods, List<TextPassage> support) {

  /** Copies the lists. */
  public IndustryJudgement {
    likelihoods = List.copyOf(likelihoods);
    support = List.copyOf(support);
  }

  /** Whether an industry is named, or why not. */
  public enum Outcome {
    /** The most likely industry is likely enough. */
    NAMED,
    /** The text holds too few words that the model knows. */
    TOO_LITTLE_TEXT,
    /** No industry is likely enough. */
    UNDECIDED
  }

  /**
   * An industry and the calibrated probability that the text is of it.
   *
   * @param probability in 0..1
   */
  public record Likelihood(Industry industry, double probability) {}

  /** Returns the industry, unless there is too little text or no industry is likely enough. */
  public Optional<Industry> industry() {
    return outcome == Outcome.NAMED ? Optional.of(mostLikely().industry()) : Optional.empty();
  }

  /** Returns the most likely industry, also where it is not likely enough to be named. */
  public Likelihood mostLikely() {
    return likelihoods.get(0);
  }
}
