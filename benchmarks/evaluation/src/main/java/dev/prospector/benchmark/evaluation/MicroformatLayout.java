package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.structured.StructuredData;
import dev.prospector.agents.structured.Syntax;
import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Text;
import dev.prospector.agents.structured.item.Value;
import dev.prospector.agents.structured.syntax.Link;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The canonical JSON of the microformats2 parsing specification. */
final class MicroformatLayout {

  private static final JsonNodeFactory NODES = JsonMapper.builder().build().getNodeFactory();

  private MicroformatLayout() {}

  static JsonNode of(StructuredData data, boolean whole) {
    ArrayNode items = NODES.arrayNode();
    data.items(Syntax.MICROFORMATS).forEach(item -> items.add(item(item)));
    if (!whole) {
      return items;
    }
    ObjectNode document = NODES.objectNode();
    document.set("items", items);
    document.set("rels", relations(data));
    document.set("rel-urls", addresses(data));
    return document;
  }

  private static ObjectNode item(Item item) {
    ObjectNode object = NODES.objectNode();
    item.types().forEach(object.putArray("type")::add);
    if (!item.id().isEmpty()) {
      object.put("id", item.id());
    }
    ObjectNode properties = object.putObject("properties");
    StructuredLayout.grouped(item)
        .forEach((n, vs) -> vs.forEach(v -> StructuredLayout.add(properties, n, value(v))));
    if (!item.children().isEmpty()) {
      ArrayNode children = object.putArray("children");
      item.children().forEach(child -> children.add(item(child)));
    }
    return object;
  }

  private static JsonNode value(Value value) {
    if (value instanceof Item item) {
      ObjectNode object = item(item);
      describe(item.text(), object);
      return object;
    }
    Text text = (Text) value;
    if (text.detail().isEmpty() && text.form() != Text.Form.MARKUP) {
      return NODES.stringNode(text.text());
    }
    ObjectNode object = NODES.objectNode();
    describe(text, object);
    return object;
  }

  private static void describe(Text text, ObjectNode object) {
    object.put("value", text.text());
    if (text.form() == Text.Form.MARKUP) {
      object.put("html", text.detail());
    } else if (!text.detail().isEmpty()) {
      object.put("alt", text.detail());
    }
  }

  private static JsonNode relations(StructuredData data) {
    Map<String, Set<String>> relations = new LinkedHashMap<>();
    for (Link link : data.links()) {
      for (String relation : link.relations()) {
        relations.computeIfAbsent(relation, r -> new LinkedHashSet<>()).add(link.url());
      }
    }
    ObjectNode object = NODES.objectNode();
    relations.forEach((relation, urls) -> urls.forEach(object.withArray(relation)::add));
    return object;
  }

  private static JsonNode addresses(StructuredData data) {
    Map<String, Set<String>> relations = new LinkedHashMap<>();
    ObjectNode object = NODES.objectNode();
    for (Link link : data.links()) {
      if (link.relations().isEmpty()) {
        continue;
      }
      relations.computeIfAbsent(link.url(), u -> new TreeSet<>()).addAll(link.relations());
      ObjectNode entry =
          object.get(link.url()) instanceof ObjectNode known ? known : object.putObject(link.url());
      if (!link.text().isEmpty() && !entry.has("text")) {
        entry.put("text", link.text());
      }
      for (String name : new String[] {"hreflang", "media", "title", "type"}) {
        String attribute = link.attributes().getOrDefault(name, "");
        if (!attribute.isEmpty() && !entry.has(name)) {
          entry.put(name, attribute);
        }
      }
    }
    relations.forEach(
        (url, names) -> names.forEach(object.withObjectProperty(url).withArray("rels")::add));
    return object;
  }
}
