package dev.prospector.agents.structured.syntax;

import dev.prospector.agents.structured.item.Allowance;
import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Property;
import dev.prospector.agents.structured.item.Text;
import dev.prospector.agents.structured.item.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statements of a page, gathered by subject; a statement made twice is kept once. */
public final class RdfaGraph {

  static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  public static final String USES_VOCABULARY = "http://www.w3.org/ns/rdfa#usesVocabulary";

  private final Map<String, Set<Property>> subjects = new LinkedHashMap<>();
  private final Allowance allowance = new Allowance();
  private int blanks;

  String blank() {
    return "_:rdfa" + blanks++;
  }

  boolean full() {
    return allowance.exhausted();
  }

  void add(String subject, String property, Value object) {
    int length = object instanceof Text text ? text.text().length() : 0;
    if (allowance.take(length)) {
      subjects
          .computeIfAbsent(subject, s -> new LinkedHashSet<>())
          .add(new Property(property, object));
    }
  }

  List<Item> items() {
    List<Item> items = new ArrayList<>();
    subjects.forEach((subject, statements) -> items.add(item(subject, statements)));
    return items;
  }

  private static Item item(String subject, Set<Property> statements) {
    List<String> types = new ArrayList<>();
    List<Property> properties = new ArrayList<>();
    for (Property statement : statements) {
      if (statement.name().equals(TYPE) && statement.value() instanceof Text type) {
        types.add(type.text());
      } else {
        properties.add(statement);
      }
    }
    return new Item(types, subject, properties, List.of(), Text.EMPTY);
  }
}
