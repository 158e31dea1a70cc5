package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.page.Page;
import dev.prospector.benchmark.evaluation.Score.WrongCase;
import dev.prospector.benchmark.halves.Half;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Main content against the article bodies of {@code ground-truth.json}: precision and recall over
 * shingles of four words, each the mean over documents, as the benchmark's evaluate.py defines.
 */
final class MainContentEvaluation implements Halved {

  private static final double GOOD = 0.95;

  @Override
  public String kind() {
    return "main-content";
  }

  @Override
  public Score measure(Path folder, Half half) throws IOException {
    Map<String, String> pages = Archive.pages(folder);
    JsonNode truth =
        JsonMapper.builder().build().readTree(folder.resolve("ground-truth.json").toFile());
    List<Shingles.Match> matches = new ArrayList<>();
    List<WrongCase> wrong = new ArrayList<>();
    for (String key : truth.propertyNames()) {
      JsonNode article = truth.get(key);
      if (!half.holds(Half.site(article.path("url").asString("")))) {
        continue;
      }
      String html = pages.getOrDefault(key + ".html", "");
      String found = Page.parse(html, article.path("url").asString("")).mainText();
      String expected = article.path("articleBody").asString("");
      Shingles.Match match = Shingles.of(expected).match(Shingles.of(found));
      matches.add(match);
      if (match.f1() < GOOD) {
        wrong.add(new WrongCase(key, "f1 >= " + GOOD, describe(match)));
      }
    }
    return score(matches, wrong);
  }

  private static Score score(List<Shingles.Match> matches, List<WrongCase> wrong) {
    double precision =
        matches.stream()
            .filter(Shingles.Match::found)
            .mapToDouble(Shingles.Match::precision)
            .average()
            .orElse(0);
    double recall =
        matches.stream()
            .filter(Shingles.Match::expected)
            .mapToDouble(Shingles.Match::recall)
            .average()
            .orElse(0);
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("f1", harmonic(precision, recall));
    metrics.put("precision", precision);
    metrics.put("recall", recall);
    return new Score(Map.of("documents", (long) matches.size()), metrics, wrong);
  }

  static double harmonic(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  private static String describe(Shingles.Match match) {
    return String.format(
        Locale.ROOT, "precision %.3f, recall %.3f", match.precision(), match.recall());
  }
}
