package dev.prospector.agents.company;

import dev.prospector.agents.company.IndustryJudgement.Likelihood;
import dev.prospector.agents.company.IndustryJudgement.Outcome;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.relevance.Passages;
import dev.prospector.agents.relevance.TextPassage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Names the industry of a company by what is written about it in Portuguese, English or Spanish,
 * with a small linear model that ships with this library. Immutable, safe for several threads.
 */
public final class IndustryClassifier {

  /** With fewer known words a text is not judged. */
  private static final int LEAST_KNOWN = 4;

  private static final int MOST_SUPPORT = 3;

  /** A further passage is support when it says at least this share of what the strongest says. */
  private static final double SUPPORT_SHARE = 0.25;

  private final IndustryModel model;

  /** Classifies by a model, such as one trained on companies of one's own. */
  public IndustryClassifier(IndustryModel model) {
    this.model = model;
  }

  /** Returns the classifier with the model that ships; it is read once. */
  public static IndustryClassifier shipped() {
    return Shipped.CLASSIFIER;
  }

  /**
   * Judges a text.
   *
   * @param name the company's name; empty when not known
   * @param text what is written about the company, such as the main text of its pages; the first
   *     60,000 characters count
   * @param language the text's language; any but Portuguese and Spanish is read as English
   */
  public IndustryJudgement classify(String name, String text, Language language) {
    IndustryFeatures features = IndustryFeatures.of(name, text, language);
    IndustryFeatures.Counts counts = features.counts();
    double[] values = model.values(counts);
    double[] probabilities = model.probabilities(counts, values);
    List<Likelihood> likelihoods = new ArrayList<>();
    for (Industry industry : Industry.values()) {
      likelihoods.add(new Likelihood(industry, probabilities[industry.ordinal()]));
    }
    likelihoods.sort(Comparator.comparingDouble(likelihood -> -likelihood.probability()));
    Contributions contributions =
        new Contributions(model, likelihoods.get(0).industry(), features, counts, values);
    return new IndustryJudgement(
        outcome(counts, likelihoods.get(0)), likelihoods, support(text, contributions));
  }

  private Outcome outcome(IndustryFeatures.Counts counts, Likelihood best) {
    int known = 0;
    for (int feature : counts.features()) {
      known += feature < IndustryFeatures.WORD_FEATURES && model.knows(feature) ? 1 : 0;
    }
    if (known < LEAST_KNOWN) {
      return Outcome.TOO_LITTLE_TEXT;
    }
    return best.probability() >= model.threshold() ? Outcome.NAMED : Outcome.UNDECIDED;
  }

  private static List<TextPassage> support(String text, Contributions contributions) {
    record Weighed(TextPassage passage, double weight) {}
    List<Weighed> weighed = new ArrayList<>();
    for (TextPassage passage : Passages.of(text)) {
      weighed.add(new Weighed(passage, contributions.of(passage)));
    }
    weighed.sort(Comparator.comparingDouble(passage -> -passage.weight()));
    double least = weighed.isEmpty() ? 0 : SUPPORT_SHARE * weighed.get(0).weight();
    return weighed.stream()
        .filter(passage -> passage.weight() > 0 && passage.weight() >= least)
        .limit(MOST_SUPPORT)
        .map(Weighed::passage)
        .toList();
  }

  private static final class Shipped {

    static final IndustryClassifier CLASSIFIER = new IndustryClassifier(read());

    private static IndustryModel read() {
      String resource = "industry-model.bin.gz";
      try (InputStream raw = IndustryClassifier.class.getResourceAsStream(resource)) {
        Objects.requireNonNull(raw, resource);
        try (InputStream in = new BufferedInputStream(new GZIPInputStream(raw))) {
          return IndustryModel.read(in);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
