package dev.prospector.agents.qualification;

import dev.prospector.agents.company.Industry;
import dev.prospector.agents.company.IndustryClassifier;
import dev.prospector.agents.company.IndustryJudgement;
import dev.prospector.agents.page.LanguageDetector;
import dev.prospector.context.BusinessContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The industries that a business context names, in the closed vocabulary. */
final class ContextIndustries {

  private static final double CLEAR_LEAD = 1.5;

  private final IndustryClassifier classifier;
  private final ConcurrentHashMap<String, Optional<Industry>> read = new ConcurrentHashMap<>();

  ContextIndustries(IndustryClassifier classifier) {
    this.classifier = classifier;
  }

  Set<Industry> of(BusinessContext context) {
    Set<Industry> industries = EnumSet.noneOf(Industry.class);
    for (String entry : context.items(BusinessContext.Items.INDUSTRIES)) {
      read.computeIfAbsent(entry, this::industry).ifPresent(industries::add);
    }
    return industries;
  }

  /** An entry is a code or label of the vocabulary, or words that the classifier knows. */
  private Optional<Industry> industry(String entry) {
    Optional<Industry> named = Industry.named(entry);
    if (named.isPresent()) {
      return named;
    }
    List<IndustryJudgement.Likelihood> likely =
        classifier.classify("", entry, LanguageDetector.detect(entry, "")).likelihoods();
    // A few words seldom make an industry certain, but they often make one stand out.
    return likely.get(0).probability() >= CLEAR_LEAD * likely.get(1).probability()
        ? Optional.of(likely.get(0).industry())
        : Optional.empty();
  }
}
