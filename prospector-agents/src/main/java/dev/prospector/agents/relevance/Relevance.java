package dev.prospector.agents.relevance;

import dev.prospector.agents.page.Language;
import dev.prospector.agents.relevance.RelevanceScore.Match;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Scores how relevant texts are to what a business says of itself and of the customers it looks
 * for, its queries: what it sells, the pains it solves, the industries and places it serves.
 *
 * <p>Terms are weighed and saturated as BM25 does (Robertson and Zaragoza: The Probabilistic
 * Relevance Framework: BM25 and Beyond, 2009; k1 = 1.2, b = 0.75). In the place of the inverse
 * document frequency stands a fixed weight, lower for words that every business text holds, and in
 * the place of the mean length a fixed one: a score depends on the queries and the text alone, so
 * that leads of few passages are scored steadily and leads of different runs can be compared.
 *
 * <p>Words match by their stems in one language: queries should be in the language of the text.
 * Immutable, safe for several threads.
 */
public final class Relevance {

  private static final double K1 = 1.2;
  private static final double B = 0.75;

  /** Terms of a passage and of a whole text that count as neither short nor long. */
  private static final double PASSAGE_TERMS = 15;

  private static final double TEXT_TERMS = 400;
  private static final double ORDINARY_WEIGHT = 0.2;
  private static final int MOST_PASSAGES = 5;
  private static final int MAX_CHARS = 200_000;
  private static final Map<Language, Set<String>> ORDINARY = ordinary();

  private final Language language;
  private final List<Map<String, Double>> queries;
  private final Map<String, Double> allTerms;

  private Relevance(Language language, List<Map<String, Double>> queries) {
    this.language = language;
    this.queries = queries;
    this.allTerms = new LinkedHashMap<>();
    queries.forEach(query -> query.forEach((term, w) -> allTerms.merge(term, w, Double::sum)));
  }

  /**
   * Prepares queries for texts of one language.
   *
   * @param queries texts of the business context; those without a word but stop words are scored 0
   * @param language of the queries and of the texts to score; other than Portuguese and Spanish is
   *     read as English
   */
  public static Relevance to(List<String> queries, Language language) {
    List<Map<String, Double>> weighed = new ArrayList<>();
    Set<String> ordinary = Objects.requireNonNull(ORDINARY.get(reading(language)));
    for (String query : queries) {
      Map<String, Double> terms = new LinkedHashMap<>();
      for (Term term : Terms.of(query, language)) {
        terms.put(term.stem(), ordinary.contains(term.stem()) ? ORDINARY_WEIGHT : 1);
      }
      weighed.add(terms);
    }
    return new Relevance(language, weighed);
  }

  /**
   * Scores a text; its first 200,000 characters count.
   *
   * @return the score with the best passages, whose offsets are into the text
   */
  public RelevanceScore of(String text) {
    String read = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
    List<Term> terms = Terms.of(read, language);
    Map<String, Integer> counts = counts(terms);
    List<Double> byQuery = new ArrayList<>();
    for (Map<String, Double> query : queries) {
      double most = query.values().stream().mapToDouble(weight -> weight).sum();
      byQuery.add(most == 0 ? 0 : bm25(query, counts, terms.size() / TEXT_TERMS) / most);
    }
    double score = byQuery.stream().mapToDouble(value -> value).average().orElse(0);
    return new RelevanceScore(score, byQuery, best(read, terms));
  }

  private List<Match> best(String text, List<Term> terms) {
    List<Match> matches = new ArrayList<>();
    int next = 0;
    for (TextPassage passage : Passages.of(text)) {
      int first = next;
      while (next < terms.size() && terms.get(next).start() < passage.end()) {
        next++;
      }
      List<Term> within = terms.subList(first, next);
      double score = bm25(allTerms, counts(within), within.size() / PASSAGE_TERMS);
      if (score > 0) {
        matches.add(new Match(passage, score, forms(text, within)));
      }
    }
    matches.sort(Comparator.comparingDouble(match -> -match.score()));
    return matches.subList(0, Math.min(MOST_PASSAGES, matches.size()));
  }

  /** Returns the sum over the query's terms, each at most its weight. */
  private static double bm25(
      Map<String, Double> query, Map<String, Integer> counts, double length) {
    double norm = K1 * (1 - B + B * Math.max(length, 1));
    double sum = 0;
    for (Map.Entry<String, Double> term : query.entrySet()) {
      int count = counts.getOrDefault(term.getKey(), 0);
      sum += term.getValue() * count / (count + norm) * (K1 + 1);
    }
    return sum / (K1 + 1);
  }

  private static Map<String, Integer> counts(List<Term> terms) {
    Map<String, Integer> counts = new HashMap<>();
    terms.forEach(term -> counts.merge(term.stem(), 1, Integer::sum));
    return counts;
  }

  private List<String> forms(String text, List<Term> terms) {
    Set<String> forms = new LinkedHashSet<>();
    for (Term term : terms) {
      if (allTerms.containsKey(term.stem())) {
        forms.add(text.substring(term.start(), term.end()));
      }
    }
    return List.copyOf(forms);
  }

  private static Language reading(Language language) {
    return language == Language.PORTUGUESE || language == Language.SPANISH
        ? language
        : Language.ENGLISH;
  }

  private static Map<Language, Set<String>> ordinary() {
    try (InputStream in = Relevance.class.getResourceAsStream("ordinary.txt")) {
      byte[] bytes = Objects.requireNonNull(in, "ordinary.txt").readAllBytes();
      List<String> lines =
          new String(bytes, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();
      return Map.of(
          Language.PORTUGUESE, stems(lines.get(0), Language.PORTUGUESE),
          Language.ENGLISH, stems(lines.get(1), Language.ENGLISH),
          Language.SPANISH, stems(lines.get(2), Language.SPANISH));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> stems(String line, Language language) {
    Set<String> stems = new HashSet<>();
    Terms.of(line, language).forEach(term -> stems.add(term.stem()));
    return stems;
  }
}
