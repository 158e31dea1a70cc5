package dev.prospector.agents.structured.jsonld;

import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Property;
import dev.prospector.agents.structured.item.Sequence;
import dev.prospector.agents.structured.item.Text;
import dev.prospector.agents.structured.item.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes an item of a JSON object: {@code @type} and {@code @id} are its own, the rest properties.
 */
final class JsonItem {

  private JsonItem() {}

  static Item of(Map<String, Value> members) {
    List<String> types = List.of();
    String id = "";
    List<Property> properties = new ArrayList<>();
    for (Map.Entry<String, Value> member : members.entrySet()) {
      String name = member.getKey();
      Value value = member.getValue();
      if (name.equals("@type") && !words(value).isEmpty()) {
        types = words(value);
      } else if (name.equals("@id") && value instanceof Text text && !text.text().isEmpty()) {
        id = text.text();
      } else {
        properties.add(new Property(name, value));
      }
    }
    return new Item(types, id, properties, List.of(), Text.EMPTY);
  }

  // Empty when the value is not made of words alone.
  private static List<String> words(Value value) {
    if (value instanceof Text text && text.form() == Text.Form.PLAIN) {
      return List.of(text.text());
    }
    List<String> words = new ArrayList<>();
    if (value instanceof Sequence sequence) {
      for (Value each : sequence.values()) {
        if (!(each instanceof Text text) || text.form() != Text.Form.PLAIN) {
          return List.of();
        }
        words.add(text.text());
      }
    }
    return words;
  }
}
