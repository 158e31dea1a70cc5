package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.structured.StructuredData;
import dev.prospector.agents.structured.syntax.Link;
import dev.prospector.agents.structured.syntax.MetaEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The Dublin Core entries among a page's meta entries and links. */
final class DublinCoreLayout {

  private static final Map<String, String[]> TERMS = terms();
  private static final Map<String, String> NAMESPACES =
      Map.of(
          "elements", "http://purl.org/dc/elements/1.1/",
          "terms", "http://purl.org/dc/terms/");

  private DublinCoreLayout() {}

  private static Map<String, String[]> terms() {
    String name = "dublin-core-terms.txt";
    try (InputStream in =
        Objects.requireNonNull(DublinCoreLayout.class.getResourceAsStream(name), name)) {
      Map<String, String[]> terms = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(" "))
          .forEach(words -> terms.put(words[0], words));
      return terms;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode of(StructuredData data) {
    ArrayNode all = JsonMapper.builder().build().createArrayNode();
    ObjectNode page = all.addObject();
    ObjectNode namespaces = page.putObject("namespaces");
    page.putArray("elements");
    page.putArray("terms");
    for (MetaEntry meta : data.metas()) {
      add(meta.attributes().getOrDefault("name", ""), meta.attributes(), page);
    }
    for (Link link : data.links()) {
      String relation = link.attributes().getOrDefault("rel", "");
      if (!link.visible() && relation.startsWith("schema.")) {
        namespaces.put(relation.substring(7), link.attributes().getOrDefault("href", ""));
      } else if (!link.visible()) {
        add(relation, link.attributes(), page);
      }
    }
    return all;
  }

  private static void add(String name, Map<String, String> attributes, ObjectNode page) {
    String[] term = TERMS.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    if (term != null && page.get(term[1]) instanceof ArrayNode list) {
      ObjectNode entry = list.addObject();
      attributes.forEach(entry::put);
      entry.put("URI", NAMESPACES.get(term[1]) + term[2]);
    }
  }
}
