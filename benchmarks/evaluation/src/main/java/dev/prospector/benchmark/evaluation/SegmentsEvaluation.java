package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.page.Page;
import dev.prospector.benchmark.evaluation.Score.WrongCase;
import dev.prospector.benchmark.halves.Half;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Main content against {@code gold.jsonl}: every string of {@code with} must be in it, none of
 * {@code without}. On both sides white space counts as one space and soft hyphens as nothing.
 */
final class SegmentsEvaluation implements Halved {

  private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  @Override
  public String kind() {
    return "segments";
  }

  @Override
  public Score measure(Path folder, Half half) throws IOException {
    Map<String, String> pages = Archive.pages(folder);
    JsonMapper json = JsonMapper.builder().build();
    Tally tally = new Tally();
    for (String line : Files.readAllLines(folder.resolve("gold.jsonl"), StandardCharsets.UTF_8)) {
      JsonNode gold = json.readTree(line.isBlank() ? "{}" : line);
      String url = gold.path("url").asString("");
      if (gold.has("file") && half.holds(Half.site(url))) {
        String file = gold.path("file").asString("");
        tally.add(file, gold, Page.parse(pages.getOrDefault(file, ""), url).mainText());
      }
    }
    return tally.score();
  }

  /** Counts segments found, missed and found although they should not be. */
  private static final class Tally {

    private final List<WrongCase> wrong = new ArrayList<>();
    private long documents;
    private long found;
    private long missed;
    private long extra;

    void add(String file, JsonNode gold, String text) {
      String plain = plain(text);
      documents++;
      for (JsonNode segment : gold.path("with")) {
        if (plain.contains(plain(segment.asString("")))) {
          found++;
        } else {
          missed++;
          wrong.add(new WrongCase(file, segment.asString(""), "missing"));
        }
      }
      for (JsonNode segment : gold.path("without")) {
        if (plain.contains(plain(segment.asString("")))) {
          extra++;
          wrong.add(new WrongCase(file, "not there", "a segment that is not main content"));
        }
      }
    }

    Score score() {
      double precision = found == 0 ? 0 : (double) found / (found + extra);
      double recall = found == 0 ? 0 : (double) found / (found + missed);
      Map<String, Double> metrics = new LinkedHashMap<>();
      metrics.put("precision", precision);
      metrics.put("recall", recall);
      metrics.put("f1", MainContentEvaluation.harmonic(precision, recall));
      Map<String, Long> counts = new LinkedHashMap<>();
      counts.put("documents", documents);
      counts.put("found", found);
      counts.put("missed", missed);
      counts.put("extra", extra);
      return new Score(counts, metrics, wrong);
    }

    private static String plain(String text) {
      return SPACES.matcher(text.replace("\u00ad", "")).replaceAll(" ").strip();
    }
  }
}
