package dev.prospector.benchmark.cases;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs cases: folders of a list, pages and an {@code expect.json}. For a folder without one, an
 * expectation that ships under the folder's name is taken; a folder with neither is passed over.
 */
public final class Cases {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String FILE = "expect.json";

  private Cases() {}

  /**
   * What became of one expectation.
   *
   * @param id folder, lead and field
   * @param kind {@code has}, {@code not} or {@code is}
   */
  public record Outcome(String id, String kind, String expected, String found, boolean passed) {}

  /** Returns what became of every expectation below a folder, by its folders' names. */
  public static List<Outcome> run(Path data) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    try (Stream<Path> folders = Files.list(data)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        Optional<JsonNode> expected = expected(folder);
        if (expected.isPresent() && Files.exists(CaseRun.list(folder))) {
          outcomes.addAll(outcomes(folder, Expectation.read(expected.get())));
        }
      }
    }
    return outcomes;
  }

  private static Optional<JsonNode> expected(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      return Optional.of(JSON.readTree(Files.readString(file)));
    }
    String shipped = "expect/" + folder.getFileName() + ".json";
    try (InputStream in = Cases.class.getResourceAsStream(shipped)) {
      return in == null ? Optional.empty() : Optional.of(JSON.readTree(in));
    }
  }

  private static List<Outcome> outcomes(Path folder, List<Expectation> expectations) {
    List<JsonNode> leads;
    try {
      leads = CaseRun.of(folder);
    } catch (RuntimeException e) {
      leads = List.of(JSON.createObjectNode().put("error", String.valueOf(e.getMessage())));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Expectation expected : expectations) {
      List<String> found = found(leads, expected);
      outcomes.add(
          new Outcome(
              folder.getFileName() + " " + expected.lead() + " " + expected.field(),
              expected.kind().name().toLowerCase(Locale.ROOT),
              String.join(" | ", expected.values()),
              String.join(" | ", found),
              expected.holds(found)));
    }
    return outcomes;
  }

  private static List<String> found(List<JsonNode> leads, Expectation expected) {
    if (expected.lead().equals("*")) {
      return expected.field().equals("count")
          ? List.of(Integer.toString(leads.size()))
          : leads.stream().flatMap(l -> new FoundFields(l).of(expected.field()).stream()).toList();
    }
    return leads.stream()
        .filter(lead -> isNamed(lead, expected.lead()))
        .findFirst()
        .map(lead -> new FoundFields(lead).of(expected.field()))
        .orElse(List.of("no such lead"));
  }

  private static boolean isNamed(JsonNode lead, String name) {
    JsonNode company = lead.path("company");
    return Stream.of(lead.path("id"), company.path("domain"), company.path("name"))
        .anyMatch(value -> value.asString("").equalsIgnoreCase(name));
  }
}
