package dev.prospector.agents.technology;

import dev.prospector.agents.technology.Sighting.Place;
import dev.prospector.agents.technology.Technology.Implication;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file in Wappalyzer's format, as far as a response's text can be judged by it: rules that need
 * a running browser, name servers or certificates are left out.
 */
record FingerprintFile(
    List<Technology> technologies, List<Fingerprint> unnamed, List<Named> named) {

  private static final Map<String, Place> UNNAMED =
      Map.of("html", Place.HTML, "scripts", Place.SCRIPT, "url", Place.URL);
  private static final Map<String, Place> NAMED =
      Map.of("meta", Place.META, "headers", Place.HEADER, "cookies", Place.COOKIE);

  private static final JsonNode CATEGORIES = json("categories.json");

  static FingerprintFile wappalyzer() {
    return read("technologies.json.gz");
  }

  static FingerprintFile own() {
    return read("technologies-own.json");
  }

  private static FingerprintFile read(String name) {
    FingerprintFile file =
        new FingerprintFile(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Map.Entry<String, JsonNode> entry : json(name).properties()) {
      file.add(entry.getKey(), entry.getValue());
    }
    return file;
  }

  private void add(String name, JsonNode entry) {
    technologies.add(
        new Technology(
            name,
            categoryNames(entry.path("cats")),
            texts(entry.path("implies")).map(FingerprintFile::implication).toList(),
            texts(entry.path("excludes")).map(FingerprintFile::withoutTags).toList(),
            texts(entry.path("requires")).toList(),
            categoryNames(entry.path("requiresCategory"))));
    UNNAMED.forEach(
        (key, place) ->
            texts(entry.path(key))
                .forEach(text -> unnamed.add(new Fingerprint(name, place, text))));
    NAMED.forEach((key, place) -> addNamed(name, place, entry.path(key)));
  }

  private void addNamed(String technology, Place place, JsonNode patterns) {
    for (Map.Entry<String, JsonNode> pattern : patterns.properties()) {
      String name = pattern.getKey().toLowerCase(Locale.ROOT);
      texts(pattern.getValue())
          .forEach(text -> named.add(new Named(name, new Fingerprint(technology, place, text))));
    }
  }

  private static List<String> categoryNames(JsonNode ids) {
    return texts(ids).map(id -> CATEGORIES.path(id).path("name").asString(id)).toList();
  }

  /** Returns the texts of a node that is one text, a list of them, or missing. */
  private static Stream<String> texts(JsonNode node) {
    if (node.isMissingNode()) {
      return Stream.of();
    }
    return node.isArray() ? node.valueStream().map(JsonNode::asString) : Stream.of(node.asString());
  }

  private static Implication implication(String text) {
    int tag = text.indexOf("\\;confidence:");
    int confidence = tag < 0 ? 100 : Integer.parseInt(text.substring(text.indexOf(':', tag) + 1));
    return new Implication(withoutTags(text), confidence);
  }

  private static String withoutTags(String text) {
    int tag = text.indexOf("\\;");
    return tag < 0 ? text : text.substring(0, tag);
  }

  private static JsonNode json(String name) {
    try (InputStream in =
            Objects.requireNonNull(FingerprintFile.class.getResourceAsStream(name), name);
        InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in) {
      return JsonMapper.shared().readTree(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /** A fingerprint of the value that stands under a lower case name. */
  record Named(String name, Fingerprint fingerprint) {}
}
