package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.structured.StructuredData;
import dev.prospector.benchmark.evaluation.StructuredDataEvaluation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page with the expected outputs beside it: which syntax each expects, and whether it is met. */
final class StructuredCases {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, String> PARTS =
      Map.of(
          "json-ld", "jsonld",
          "microdata", "microdata",
          "rdfa", "rdfa",
          "opengraph", "opengraph",
          "microformat", "microformats",
          "dublincore", "dublincore");
  private static final int MOST_ADDRESSES = 40;

  private final Document document;
  private final List<Outcome> outcomes = new ArrayList<>();

  private StructuredCases(Path page) throws IOException {
    this.document = Jsoup.parse(page, "UTF-8", "");
  }

  static List<Outcome> of(Path page) throws IOException {
    StructuredCases cases = new StructuredCases(page);
    for (Path expected : expectedBeside(page)) {
      cases.compare(JSON.readTree(Files.readAllBytes(expected)), expected);
    }
    return cases.outcomes;
  }

  private static List<Path> expectedBeside(Path page) throws IOException {
    String name = page.getFileName().toString();
    String stem = name.substring(0, name.length() - ".html".length()) + ".";
    try (Stream<Path> files = Files.list(page.resolveSibling(""))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(stem))
          .filter(file -> file.toString().endsWith(".json") || file.toString().endsWith(".jsonld"))
          .sorted()
          .toList();
    }
  }

  private void compare(JsonNode expected, Path file) {
    if (expected.isObject() && PARTS.keySet().stream().anyMatch(expected::has)) {
      PARTS.forEach(
          (key, syntax) -> {
            if (expected.has(key)) {
              compare(syntax, expected.get(key), file);
            }
          });
    } else {
      compare(file.toString().endsWith(".jsonld") ? "jsonld" : syntax(expected), expected, file);
    }
  }

  private static String syntax(JsonNode expected) {
    if (expected.isObject()) {
      return expected.has("rels") ? "microformats" : "microdata";
    }
    JsonNode first = expected.path(0);
    if (first.has("namespace")) {
      return "opengraph";
    }
    if (first.has("elements") && first.has("terms")) {
      return "dublincore";
    }
    if (first.path("type").path(0).asString("").startsWith("h-")) {
      return "microformats";
    }
    if (first.has("properties") || first.has("type")) {
      return "microdata";
    }
    return first.has("@id") && !first.has("@context") ? "rdfa" : "jsonld";
  }

  private void compare(String syntax, JsonNode expected, Path file) {
    JsonNode wanted = StructuredLayout.normal(syntax, expected);
    Path folder = file.getParent();
    String id = (folder == null ? "" : folder.getFileName() + "/") + file.getFileName();
    JsonDifference first = null;
    for (String address : addresses(syntax, expected)) {
      for (Document read : documents(syntax)) {
        StructuredData data = StructuredData.of(read, address);
        JsonNode found =
            StructuredLayout.normal(syntax, StructuredLayout.of(syntax, data, expected));
        JsonDifference difference = JsonDifference.between(wanted, found);
        if (difference.none()) {
          outcomes.add(new Outcome(id, syntax, "", ""));
          return;
        }
        first = first == null ? difference : first;
      }
    }
    String expectedText = first == null ? "?" : first.expected();
    outcomes.add(new Outcome(id, syntax, expectedText, first == null ? "?" : first.found()));
  }

  // The reference reads RDFa as XML, where the base element means nothing: both readings are tried.
  private List<Document> documents(String syntax) {
    if (!syntax.equals("rdfa") || document.selectFirst("base[href]") == null) {
      return List.of(document);
    }
    Document plain = document.clone();
    plain.select("base").remove();
    return List.of(document, plain);
  }

  /**
   * The address of a page is not kept beside it. Tried are: none, what the page itself declares,
   * the test addresses of the collections, and, for RDFa, the subjects that are expected.
   */
  private Set<String> addresses(String syntax, JsonNode expected) {
    Set<String> addresses = new LinkedHashSet<>();
    if (expected.has("rels")) {
      return Set.of("http://example.com/");
    }
    addresses.add("");
    if (syntax.equals("jsonld") || syntax.equals("opengraph") || syntax.equals("dublincore")) {
      return addresses;
    }
    add(document.selectFirst("link[rel=canonical]"), "href", addresses);
    add(document.selectFirst("meta[property=og:url]"), "content", addresses);
    addresses.add("http://www.example.com/index.html");
    addresses.add("http://example.com/");
    if (syntax.equals("rdfa")) {
      for (JsonNode subject : expected) {
        String id = subject.path("@id").asString("");
        if (id.startsWith("http") && addresses.size() < MOST_ADDRESSES) {
          addresses.add(id);
        }
      }
    }
    return addresses;
  }

  private static void add(
      @org.jspecify.annotations.Nullable Element element, String attribute, Set<String> addresses) {
    if (element != null) {
      addresses.add(element.attr(attribute));
    }
  }
}
