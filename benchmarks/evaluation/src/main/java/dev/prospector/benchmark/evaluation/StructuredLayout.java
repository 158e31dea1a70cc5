package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.structured.OpenGraph;
import dev.prospector.agents.structured.StructuredData;
import dev.prospector.agents.structured.Syntax;
import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Property;
import dev.prospector.agents.structured.item.Sequence;
import dev.prospector.agents.structured.item.Text;
import dev.prospector.agents.structured.item.Value;
import dev.prospector.agents.structured.syntax.MetaEntry;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lays structured data out as the reference outputs do, and evens out what says the same. */
final class StructuredLayout {

  private static final JsonNodeFactory NODES = JsonMapper.builder().build().getNodeFactory();

  private StructuredLayout() {}

  /** Returns the data of one syntax in the layout of the expectation. */
  static JsonNode of(String syntax, StructuredData data, JsonNode expected) {
    return switch (syntax) {
      case "jsonld" -> array(data.items(Syntax.JSON_LD), StructuredLayout::jsonLd);
      case "microdata" -> array(data.items(Syntax.MICRODATA), StructuredLayout::microdata);
      case "rdfa" -> array(data.items(Syntax.RDFA), StructuredLayout::rdfa);
      case "opengraph" -> openGraph(data.openGraph());
      case "dublincore" -> DublinCoreLayout.of(data);
      default -> MicroformatLayout.of(data, expected.has("rels"));
    };
  }

  /** Returns a layout in which values that mean the same look the same. */
  static JsonNode normal(String syntax, JsonNode layout) {
    return switch (syntax) {
      case "jsonld" -> JsonNormal.typesAsLists(layout);
      case "microdata" -> JsonNormal.microdata(layout);
      case "rdfa" -> RdfaNormal.of(layout);
      case "opengraph" -> JsonNormal.openGraph(layout);
      default -> layout;
    };
  }

  private static ArrayNode array(
      List<Item> items, java.util.function.Function<Item, JsonNode> layout) {
    ArrayNode array = NODES.arrayNode();
    items.forEach(item -> array.add(layout.apply(item)));
    return array;
  }

  private static JsonNode jsonLd(Value value) {
    if (value instanceof Sequence sequence) {
      ArrayNode array = NODES.arrayNode();
      sequence.values().forEach(each -> array.add(jsonLd(each)));
      return array;
    }
    if (value instanceof Text text) {
      return scalar(text);
    }
    Item item = (Item) value;
    ObjectNode object = NODES.objectNode();
    if (!item.types().isEmpty()) {
      item.types().forEach(object.putArray("@type")::add);
    }
    if (!item.id().isEmpty()) {
      object.put("@id", item.id());
    }
    item.properties().forEach(p -> object.set(p.name(), jsonLd(p.value())));
    return object;
  }

  private static JsonNode scalar(Text text) {
    return switch (text.form()) {
      case NULL -> NODES.nullNode();
      case BOOLEAN -> NODES.booleanNode(Boolean.parseBoolean(text.text()));
      case NUMBER -> NODES.numberNode(new BigDecimal(text.text()));
      default -> NODES.stringNode(text.text());
    };
  }

  private static JsonNode microdata(Value value) {
    if (!(value instanceof Item item)) {
      return NODES.stringNode(((Text) value).text());
    }
    ObjectNode object = NODES.objectNode();
    if (!item.types().isEmpty()) {
      item.types().forEach(object.putArray("type")::add);
      if (!item.id().isEmpty()) {
        object.put("id", item.id());
      }
    }
    if (item.properties().isEmpty()) {
      object.put("value", item.text().text());
    } else {
      ObjectNode properties = object.putObject("properties");
      grouped(item).forEach((n, vs) -> vs.forEach(v -> add(properties, n, microdata(v))));
    }
    return object;
  }

  static Map<String, List<Value>> grouped(Item item) {
    Map<String, List<Value>> grouped = new LinkedHashMap<>();
    for (Property property : item.properties()) {
      grouped.computeIfAbsent(property.name(), item::values);
    }
    return grouped;
  }

  static void add(ObjectNode object, String name, JsonNode value) {
    ArrayNode values = object.get(name) instanceof ArrayNode array ? array : object.putArray(name);
    values.add(value);
  }

  private static JsonNode rdfa(Item item) {
    ObjectNode object = NODES.objectNode();
    object.put("@id", item.id());
    if (!item.types().isEmpty()) {
      item.types().forEach(object.putArray("@type")::add);
    }
    item.properties().forEach(p -> add(object, p.name(), rdfaValue(p.value())));
    return object;
  }

  private static JsonNode rdfaValue(Value value) {
    ObjectNode object = NODES.objectNode();
    if (value instanceof Sequence sequence) {
      ArrayNode list = object.putArray("@list");
      sequence.values().forEach(each -> list.add(rdfaValue(each)));
    } else if (value instanceof Text text && text.form() == Text.Form.URL) {
      object.put("@id", text.text());
    } else if (value instanceof Text text) {
      if (text.form() == Text.Form.LANGUAGE) {
        object.put("@language", text.detail());
      } else if (text.form() == Text.Form.TYPED) {
        object.put("@type", text.detail());
      }
      object.put("@value", text.text());
    }
    return object;
  }

  private static JsonNode openGraph(OpenGraph graph) {
    ArrayNode all = NODES.arrayNode();
    if (!graph.properties().isEmpty()) {
      ObjectNode object = all.addObject();
      ObjectNode namespaces = object.putObject("namespace");
      graph.namespaces().forEach(namespaces::put);
      ArrayNode properties = object.putArray("properties");
      for (MetaEntry entry : graph.properties()) {
        properties.addArray().add(entry.name()).add(entry.content());
      }
    }
    return all;
  }
}
