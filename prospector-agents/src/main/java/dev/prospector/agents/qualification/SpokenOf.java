package dev.prospector.agents.qualification;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.page.LanguageDetector;
import dev.prospector.agents.relevance.Relevance;
import dev.prospector.agents.relevance.RelevanceScore;
import dev.prospector.agents.website.SitePage;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.ValueTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How far a company's pages speak of something that the business context says. Only pages in the
 * context's own language can be compared; where there are none, nothing is known.
 */
final class SpokenOf {

  /**
   * The relevance at which a site speaks of nothing else: few sites use more than this share of
   * another company's words. Own choice, seen on small-company sites.
   */
  private static final double ALL_OF_IT = 0.30;

  private static final int MOST_QUOTES = 3;
  private static final int MOST_WORDS = 6;

  private final boolean asked;
  private final List<Heard> heard = new ArrayList<>();
  private double score;
  private boolean comparable;

  private record Heard(Passage passage, RelevanceScore.Match match) {}

  private final String field;
  private final AgentInput input;

  SpokenOf(String field, List<String> queries, List<SitePage> pages, AgentInput input) {
    this.field = field;
    this.input = input;
    List<String> texts = queries.stream().filter(q -> !q.isBlank()).toList();
    this.asked = !texts.isEmpty();
    if (asked) {
      listen(texts, pages);
    }
  }

  private void listen(List<String> queries, List<SitePage> pages) {
    Language language = LanguageDetector.detect(String.join("\n", queries), "");
    Relevance relevance = Relevance.to(queries, language);
    for (SitePage page : pages) {
      if (page.language() == language) {
        comparable = true;
        Snapshot snapshot = page.snapshot(input);
        RelevanceScore spoken = relevance.of(visible(page, snapshot));
        score = Math.max(score, spoken.score());
        spoken.best().forEach(match -> heard.add(heard(snapshot, match)));
      }
    }
    heard.sort(Comparator.comparingDouble((Heard h) -> -h.match().score()));
  }

  private static Heard heard(Snapshot snapshot, RelevanceScore.Match match) {
    Passage passage = new Passage(snapshot, match.passage().start(), match.passage().end());
    return new Heard(passage, match);
  }

  /**
   * Title and visible text stand first in a page's text; links and mark-up after them do not count.
   */
  private static String visible(SitePage page, Snapshot snapshot) {
    int end =
        page.regions().stream()
            .filter(
                r ->
                    r.kind().compareTo(dev.prospector.agents.page.PageText.Region.Kind.SURROUNDING)
                        <= 0)
            .mapToInt(dev.prospector.agents.page.PageText.Region::end)
            .max()
            .orElse(snapshot.text().length());
    return snapshot.text().substring(0, end);
  }

  /** Returns whether the context says anything to compare with. */
  boolean isAsked() {
    return asked;
  }

  /** Returns whether there was a page to compare. */
  boolean isHeard() {
    return comparable;
  }

  /** Returns how much the pages speak of it; nothing known where there was none to compare. */
  ScoreRange range() {
    return comparable ? ScoreRange.exactly(share()) : ScoreRange.UNKNOWN;
  }

  /** Returns how much the pages speak of it, in 0..1. */
  double share() {
    return Math.min(1, score / ALL_OF_IT);
  }

  List<Claim<String>> quotes() {
    return heard.stream()
        .limit(MOST_QUOTES)
        .flatMap(
            h ->
                input
                    .evidence()
                    .claim(field, ValueTypes.TEXT, h.passage().quote().strip(), h.passage())
                    .stream())
        .toList();
  }

  List<String> words() {
    Set<String> words = new LinkedHashSet<>();
    heard.stream().limit(MOST_QUOTES).forEach(h -> words.addAll(h.match().terms()));
    return words.stream()
        .filter(w -> w.chars().anyMatch(Character::isLetter))
        .map(w -> w.toLowerCase(java.util.Locale.ROOT))
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }
}
