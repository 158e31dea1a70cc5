package dev.prospector.agents.discovery;

import dev.prospector.agents.page.Language;
import dev.prospector.agents.relevance.Term;
import dev.prospector.agents.relevance.Terms;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.context.BusinessContext.Text;
import dev.prospector.web.WebSearch.Hit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of what the context looks for stands in title and excerpt, by BM25 (Robertson and
 * Zaragoza, "The Probabilistic Relevance Framework", 2009, section 3.2) with k1 = 1.2, b = 0.75. So
 * that a hit has one fit whatever else was found, the weight of a word is 1, or 0.2 if most
 * companies use it, and the usual length is 40 words. The sum s becomes s / (s + 3).
 */
final class FitOfHits {

  private static final double K1 = 1.2;
  private static final double B = 0.75;
  private static final double USUAL_LENGTH = 40;
  private static final double ORDINARY = 0.2;
  private static final double HALF_AT = 3;

  private final Language language;
  private final Set<String> wanted = new HashSet<>();

  FitOfHits(BusinessContext context) {
    this.language = SpokenLanguage.of(context.language());
    for (Items items : List.of(Items.INDUSTRIES, Items.PAINS)) {
      context.items(items).forEach(this::want);
    }
    want(context.text(Text.TARGET_MARKET));
    want(context.text(Text.IDEAL_CUSTOMER));
  }

  private void want(String text) {
    Terms.of(text, language).forEach(term -> wanted.add(term.stem()));
  }

  /** Returns the fit, from 0 to 1. */
  double of(Hit hit) {
    List<Term> terms = Terms.of(hit.title() + "\n" + hit.excerpt(), language);
    Map<String, Integer> counts = new HashMap<>();
    terms.stream()
        .map(Term::stem)
        .filter(wanted::contains)
        .forEach(stem -> counts.merge(stem, 1, Integer::sum));
    double length = K1 * (1 - B + B * terms.size() / USUAL_LENGTH);
    double sum =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .mapToDouble(
                e -> weight(e.getKey()) * e.getValue() * (K1 + 1) / (e.getValue() + length))
            .sum();
    return Math.round(1000 * sum / (sum + HALF_AT)) / 1000.0;
  }

  private double weight(String stem) {
    return Terms.isOrdinary(stem, language) ? ORDINARY : 1;
  }
}
