package dev.prospector.benchmark.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All evaluations whose data is there, as one table, beside the floors below which quality must not
 * fall.
 */
final class QualityTable {

  /** The data sets of each kind, as folders of the public data. */
  private static final Map<String, List<String>> FOLDERS =
      Map.ofEntries(
          Map.entry("calibration", List.of("contact-pages-webstruct")),
          Map.entry("contacts", List.of("contact-pages-webstruct")),
          Map.entry("emails", List.of("email-vectors")),
          Map.entry("industry", List.of("company-industry")),
          Map.entry("injection", List.of("prompt-injection")),
          Map.entry("main-content", List.of("main-content-article-benchmark")),
          Map.entry("phones", List.of("phones", "br-hospitals")),
          Map.entry("registration", List.of("br-cnpj-vectors")),
          Map.entry("robots", List.of("robots-vectors")),
          Map.entry("segments", List.of("main-content-trafilatura")),
          Map.entry("ssrf", List.of("ssrf-vectors")),
          Map.entry("structured-data", List.of("structured-data")),
          Map.entry("technology", List.of("contact-pages-webstruct")),
          Map.entry("wire", List.of("llm-wire")),
          Map.entry("urls", List.of("url-vectors")));

  /** Data sets of our own, as folders of the repository. */
  private static final Map<String, Path> OWN =
      Map.of(
          "answers", Path.of("prospector-agents/src/test/resources/dev/prospector/agents/answer"),
          "drafts", Path.of("benchmarks/evaluation/src/test/resources/drafts"),
          "injection", Path.of("benchmarks/evaluation/src/test/resources/injection"),
          "signals", Path.of("benchmarks/evaluation/src/test/resources/signals"));

  private final List<Evaluation> evaluations;
  private final JsonNode floors;
  private final PrintStream out;

  QualityTable(List<Evaluation> evaluations, Path floors, PrintStream out) throws IOException {
    this.evaluations = evaluations;
    this.floors = JsonMapper.builder().build().readTree(Files.readString(floors));
    this.out = out;
  }

  /** Prints the table and returns every metric that lies below its floor. */
  List<String> print(Path data) throws IOException {
    List<String> fallen = new ArrayList<>();
    out.println("| kind | data | metric | value | floor |");
    out.println("| --- | --- | --- | ---: | ---: |");
    for (Evaluation evaluation : evaluations) {
      for (Map.Entry<String, Path> folder : folders(evaluation.kind(), data).entrySet()) {
        print(evaluation.kind(), folder.getKey(), evaluation.measure(folder.getValue()), fallen);
      }
    }
    return fallen;
  }

  /** Returns the data sets of a kind that are there, those of our own last, by their names. */
  static Map<String, Path> folders(String kind, Path data) {
    Map<String, Path> folders = new LinkedHashMap<>();
    FOLDERS.getOrDefault(kind, List.of()).forEach(name -> folders.put(name, data.resolve(name)));
    if (OWN.containsKey(kind)) {
      folders.put("own", OWN.get(kind));
    }
    folders.values().removeIf(folder -> !Files.isDirectory(folder));
    return folders;
  }

  private void print(String kind, String folder, Score score, List<String> fallen) {
    score
        .metrics()
        .forEach(
            (metric, value) -> {
              Bound bound = bound(kind, folder, metric);
              out.println(
                  "| "
                      + String.join(" | ", kind, folder, metric, number(value), bound.shown())
                      + " |");
              if (!bound.holds(value)) {
                fallen.add(
                    kind
                        + " on "
                        + folder
                        + ": "
                        + metric
                        + " "
                        + number(value)
                        + ", not "
                        + bound.shown());
              }
            });
  }

  /** How a metric is bounded: a floor, or for one of which less is better {@code {"most": n}}. */
  private record Bound(double least, double most) {

    boolean holds(double value) {
      return value >= least && value <= most;
    }

    String shown() {
      if (most < Double.POSITIVE_INFINITY) {
        return "at most " + number(most);
      }
      return least > Double.NEGATIVE_INFINITY ? number(least) : "";
    }
  }

  private Bound bound(String kind, String folder, String metric) {
    JsonNode bound = floors.path(kind).path(folder).path(metric);
    return new Bound(
        bound.isNumber() ? bound.doubleValue() : Double.NEGATIVE_INFINITY,
        bound.path("most").isNumber()
            ? bound.path("most").doubleValue()
            : Double.POSITIVE_INFINITY);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
