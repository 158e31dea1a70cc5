package dev.prospector.benchmark.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of a folder's {@code gold.jsonl}. A set of pages (the part of the id before the slash)
 * that has no entity of a type on any page was not annotated for it.
 */
final class ContactGold {

  static final List<String> PHONES = List.of("TEL", "FAX");
  static final List<String> ADDRESSES = List.of("STREET", "CITY", "STATE", "ZIPCODE", "COUNTRY");
  static final List<String> ORGANIZATIONS = List.of("ORG");
  static final List<String> PEOPLE = List.of("PER");

  private final List<JsonNode> rows;
  private final Set<String> annotated = new HashSet<>();

  private ContactGold(List<JsonNode> rows) {
    this.rows = rows;
    for (JsonNode row : rows) {
      for (JsonNode entity : row.path("entities")) {
        annotated.add(set(row) + ' ' + entity.path("type").asString(""));
      }
    }
  }

  static ContactGold read(Path folder) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("gold.jsonl"), StandardCharsets.UTF_8)) {
      if (!line.isBlank()) {
        rows.add(json.readTree(line));
      }
    }
    return new ContactGold(rows);
  }

  List<JsonNode> rows() {
    return rows;
  }

  /** Returns the page's address; empty where the gold has none. */
  static String url(JsonNode row) {
    String given = row.path("url").asString("");
    return given.startsWith("http") ? given : "";
  }

  /** Returns the domain of the page's site, or the page's id where the gold has none. */
  static String site(JsonNode row) {
    String domain = row.path("domain").asString("");
    return domain.isEmpty() ? row.path("id").asString("") : domain;
  }

  boolean isAnnotated(JsonNode row, List<String> types) {
    return types.stream().anyMatch(type -> annotated.contains(set(row) + ' ' + type));
  }

  static Set<String> keys(JsonNode row, List<String> types, Function<JsonNode, String> key) {
    Set<String> keys = new TreeSet<>();
    for (JsonNode entity : row.path("entities")) {
      if (types.contains(entity.path("type").asString(""))) {
        keys.add(key.apply(entity));
      }
    }
    keys.remove("");
    return keys;
  }

  static String text(JsonNode entity) {
    return entity.path("text").asString("");
  }

  private static String set(JsonNode row) {
    String id = row.path("id").asString("");
    return id.substring(0, Math.max(0, id.indexOf('/')));
  }
}
