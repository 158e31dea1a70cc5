package dev.prospector.agents.company.industry;

import dev.prospector.agents.company.industry.IndustryJudgement.Likelihood;
import dev.prospector.agents.company.industry.IndustryJudgement.Outcome;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.relevance.Passages;
import dev.prospector.agents.relevance.TextPassage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Names the industry of a company by what is written about it in Portuguese, English or Spanish,
 * with a small linear model that ships with this library. Immutable, safe for several threads.
 */
public final class IndustryClassifier {

  /** With fewer occurrences of known words and pairs, the opening's twice, no text is judged. */
  private static final int LEAST_KNOWN = 6;

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
    return new IndustryJudgement(
        outcome(counts, likelihoods.get(0)),
        likelihoods,
        support(text, features, likelihoods.get(0).industry()));
  }

  private Outcome outcome(IndustryFeatures.Counts counts, Likelihood best) {
    int known = 0;
    for (int i = 0; i < counts.features().length; i++) {
      int feature = counts.features()[i];
      boolean word = feature < IndustryFeatures.WORD_FEATURES;
      known += word && model.knows(feature) ? counts.counts()[i] : 0;
    }
    if (known < LEAST_KNOWN) {
      return Outcome.TOO_LITTLE_TEXT;
    }
    return best.probability() >= model.threshold() ? Outcome.NAMED : Outcome.UNDECIDED;
  }

  private List<TextPassage> support(String text, IndustryFeatures features, Industry industry) {
    List<TextPassage> passages = Passages.of(text);
    double[] weights = new Contributions(model, industry).of(passages, features);
    double least = SUPPORT_SHARE * Arrays.stream(weights).max().orElse(0);
    return IntStream.range(0, weights.length)
        .filter(i -> weights[i] > 0 && weights[i] >= least)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -weights[i]))
        .limit(MOST_SUPPORT)
        .map(passages::get)
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
