package dev.prospector.benchmark.evaluation;

import dev.prospector.adapter.web.live.RobotsTxt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether robots.txt is understood: the share of rows of the {@code .jsonl} files ({@code test,
 * robots, agent, url, allowed}) on which the reader decides as the row says. Tests named {@code
 * GoogleOnly_*} go beyond RFC 9309 and are counted apart.
 */
final class RobotsEvaluation implements Evaluation {

  private static final String BEYOND = "GoogleOnly_";

  private final JsonMapper json = JsonMapper.builder().build();

  @Override
  public String kind() {
    return "robots";
  }

  @Override
  public Score measure(Path folder) throws IOException {
    List<Score.WrongCase> wrong = new ArrayList<>();
    long[] rows = new long[2];
    long[] right = new long[2];
    for (Path file : files(folder)) {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        JsonNode row = json.readTree(line);
        int kind = row.path("test").asString("").startsWith(BEYOND) ? 1 : 0;
        boolean expected = row.path("allowed").asBoolean();
        boolean found = allows(row);
        rows[kind]++;
        right[kind] += expected == found ? 1 : 0;
        if (expected != found) {
          String id = row.path("test").asString("") + ", row " + number;
          wrong.add(new Score.WrongCase(id, "allowed " + expected, "allowed " + found));
        }
      }
    }
    return score(rows, right, wrong);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  private static boolean allows(JsonNode row) {
    String url = row.path("url").asString("");
    byte[] robots = row.path("robots").asString("").getBytes(StandardCharsets.UTF_8);
    return RobotsTxt.parse(url, robots, row.path("agent").asString("")).allows(url);
  }

  private static Score score(long[] rows, long[] right, List<Score.WrongCase> wrong) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("rows", rows[0]);
    counts.put("google_only_rows", rows[1]);
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("accuracy", rows[0] == 0 ? 0 : right[0] / (double) rows[0]);
    if (rows[1] > 0) {
      metrics.put("google_only_accuracy", right[1] / (double) rows[1]);
    }
    return new Score(counts, metrics, wrong);
  }
}
