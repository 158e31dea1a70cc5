package dev.prospector.benchmark.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
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
          "answers", Path.of("prospector-agents/src/test/resources/dev/prospector/agents/answer"));

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
      for (String folder : FOLDERS.getOrDefault(evaluation.kind(), List.of())) {
        if (Files.isDirectory(data.resolve(folder))) {
          print(evaluation.kind(), folder, evaluation.measure(data.resolve(folder)), fallen);
        }
      }
      Path own = OWN.get(evaluation.kind());
      if (own != null && Files.isDirectory(own)) {
        print(evaluation.kind(), "own", evaluation.measure(own), fallen);
      }
    }
    return fallen;
  }

  private void print(String kind, String folder, Score score, List<String> fallen) {
    score
        .metrics()
        .forEach(
            (metric, value) -> {
              OptionalDouble floor = floor(kind, folder, metric);
              String shown = floor.isPresent() ? number(floor.getAsDouble()) : "";
              out.println(
                  "| " + String.join(" | ", kind, folder, metric, number(value), shown) + " |");
              if (floor.isPresent() && value < floor.getAsDouble()) {
                fallen.add(
                    kind + " on " + folder + ": " + metric + " " + number(value) + " < " + shown);
              }
            });
  }

  private OptionalDouble floor(String kind, String folder, String metric) {
    JsonNode floor = floors.path(kind).path(folder).path(metric);
    return floor.isNumber() ? OptionalDouble.of(floor.doubleValue()) : OptionalDouble.empty();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
