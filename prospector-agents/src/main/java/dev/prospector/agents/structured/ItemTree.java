package dev.prospector.agents.structured;

import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Property;
import dev.prospector.agents.structured.item.Sequence;
import dev.prospector.agents.structured.item.Text;
import dev.prospector.agents.structured.item.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The items of one syntax as trees: graphs are opened and identifiers followed to their items. */
final class ItemTree {

  private static final int DEEPEST = 8;
  private static final String SCHEMA = "schema.org";

  private final Map<String, Item> byId = new HashMap<>();
  private final List<Item> roots = new ArrayList<>();

  ItemTree(List<Item> items) {
    List<Item> opened = new ArrayList<>();
    items.forEach(item -> open(item, opened));
    opened.forEach(item -> index(item, 0));
    Set<String> referred = new HashSet<>();
    opened.forEach(item -> refer(item, referred, 0));
    for (Item item : opened) {
      if (item.id().isEmpty() || !referred.contains(item.id())) {
        roots.add(item);
      }
    }
    // Items that refer to each other in a circle have no root; then all of them are.
    if (roots.isEmpty()) {
      roots.addAll(opened);
    }
  }

  List<Item> roots() {
    return roots;
  }

  private static void open(Item item, List<Item> opened) {
    List<Value> graphs = item.values("@graph");
    for (Value graph : graphs) {
      for (Value member : members(graph)) {
        if (member instanceof Item inner) {
          opened.add(inner);
        }
      }
    }
    if (graphs.isEmpty()) {
      opened.add(item);
    }
  }

  private void index(Item item, int depth) {
    if (!item.id().isEmpty() && !isReference(item)) {
      byId.putIfAbsent(item.id(), item);
    }
    if (depth < DEEPEST) {
      for (Property property : item.properties()) {
        for (Value value : members(property.value())) {
          if (value instanceof Item inner) {
            index(inner, depth + 1);
          }
        }
      }
    }
  }

  private void refer(Item item, Set<String> referred, int depth) {
    for (Property property : item.properties()) {
      for (Value value : members(property.value())) {
        if (value instanceof Text text && text.form() == Text.Form.URL) {
          add(text.text(), item, referred);
        } else if (value instanceof Item inner && isReference(inner)) {
          add(inner.id(), item, referred);
        } else if (value instanceof Item inner && depth < DEEPEST) {
          refer(inner, referred, depth + 1);
        }
      }
    }
  }

  private static void add(String id, Item from, Set<String> referred) {
    if (!id.isEmpty() && !id.equals(from.id())) {
      referred.add(id);
    }
  }

  private static boolean isReference(Item item) {
    return item.properties().isEmpty() && item.types().isEmpty();
  }

  /** Returns the values of a list, or the one value. */
  static List<Value> members(Value value) {
    return value instanceof Sequence sequence ? sequence.values() : List.of(value);
  }

  /** Returns the item that a value is or points to. */
  Optional<Item> item(Value value) {
    if (value instanceof Item item) {
      return Optional.of(isReference(item) ? byId.getOrDefault(item.id(), item) : item);
    }
    if (value instanceof Text text && text.form() == Text.Form.URL) {
      return Optional.ofNullable(byId.get(text.text()));
    }
    return Optional.empty();
  }

  /** Returns the last part of an IRI or of a prefixed name. */
  static String shortName(String name) {
    String trimmed = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    int cut =
        Math.max(
            Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('#')), trimmed.lastIndexOf(':'));
    String last = trimmed.substring(cut + 1);
    // A vocabulary written without its final slash runs into the term.
    return last.startsWith(SCHEMA) && last.length() > SCHEMA.length()
        ? last.substring(SCHEMA.length())
        : last;
  }

  /** Returns the short name in the spelling by which names are compared. */
  static String key(String name) {
    return shortName(name).replace("-", "").toLowerCase(Locale.ROOT);
  }

  /** Returns the type that begins the path of an item's lines. */
  static String typeName(Item item) {
    String type = item.types().isEmpty() ? "" : shortName(item.types().get(0));
    return type.isEmpty() ? "Thing" : Lines.flat(type);
  }
}
