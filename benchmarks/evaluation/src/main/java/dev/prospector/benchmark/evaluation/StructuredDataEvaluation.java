package dev.prospector.benchmark.evaluation;

import dev.prospector.benchmark.halves.Half;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Structured data of pages against the expected output beside each page, exactly, by syntax; and
 * the organisation facts of one example in three syntaxes against each other.
 */
final class StructuredDataEvaluation implements Halved {

  private final Map<String, long[]> tallies = new TreeMap<>();
  private final List<Score.WrongCase> wrong = new ArrayList<>();

  @Override
  public String kind() {
    return "structured-data";
  }

  @Override
  public Score measure(Path folder, Half half) throws IOException {
    tallies.clear();
    wrong.clear();
    for (Path file : files(folder)) {
      String name = file.getFileName().toString();
      if (name.endsWith(".html")) {
        count(StructuredCases.of(file), half);
      } else if (name.startsWith("schemaorg") && name.endsWith(".jsonl")) {
        count(SchemaOrgCases.of(file), half);
      }
    }
    return score();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** One comparison: the first difference, or an empty string when there is none. */
  record Outcome(String id, String syntax, String expected, String found) {
    boolean right() {
      return expected.isEmpty() && found.isEmpty();
    }

    /** The page or example, whose expected outputs by syntax are files beside it. */
    String page() {
      return id.replaceFirst("(\\.[a-z-]+)?\\.json(ld)?$", "");
    }
  }

  private void count(List<Outcome> outcomes, Half half) {
    outcomes.stream().filter(outcome -> half.holds(outcome.page())).forEach(this::count);
  }

  private void count(Outcome outcome) {
    long[] tally = tallies.computeIfAbsent(outcome.syntax(), s -> new long[2]);
    tally[0]++;
    if (outcome.right()) {
      tally[1]++;
    } else {
      wrong.add(
          new Score.WrongCase(
              outcome.syntax() + " " + outcome.id(), outcome.expected(), outcome.found()));
    }
  }

  private Score score() {
    Map<String, Long> counts = new LinkedHashMap<>();
    Map<String, Double> metrics = new LinkedHashMap<>();
    long all = tallies.values().stream().mapToLong(tally -> tally[0]).sum();
    long right = tallies.values().stream().mapToLong(tally -> tally[1]).sum();
    counts.put("cases", all);
    metrics.put("exact", all == 0 ? 0 : (double) right / all);
    tallies.forEach(
        (syntax, tally) -> {
          counts.put("cases_" + syntax, tally[0]);
          metrics.put("exact_" + syntax, (double) tally[1] / tally[0]);
        });
    return new Score(counts, metrics, wrong);
  }
}
