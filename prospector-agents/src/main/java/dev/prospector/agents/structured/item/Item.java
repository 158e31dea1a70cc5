package dev.prospector.agents.structured.item;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A thing that a page describes: its types and its properties in the order of the page. Immutable.
 *
 * @param types the types as the syntax spells them: IRIs, JSON-LD words, {@code h-*} names
 * @param id the identifier ({@code @id}, {@code itemid}, RDFa subject, element id), or empty
 * @param properties the properties in order; one name may occur several times
 * @param children items inside this one that are no property of it (microformats only)
 * @param text what the item says as a whole where the syntax defines it, such as the value of a
 *     nested microformat or the text of a microdata item without properties; else {@link
 *     Text#EMPTY}
 */
public record Item(
    List<String> types, String id, List<Property> properties, List<Item> children, Text text)
    implements Value {

  /** Copies the lists. */
  public Item {
    types = List.copyOf(types);
    Objects.requireNonNull(id);
    properties = List.copyOf(properties);
    children = List.copyOf(children);
    Objects.requireNonNull(text);
  }

  /** Returns the values of one property, in order. */
  public List<Value> values(String name) {
    return properties.stream().filter(p -> p.name().equals(name)).map(Property::value).toList();
  }

  /** Returns the first value of one property. */
  public Optional<Value> value(String name) {
    return properties.stream().filter(p -> p.name().equals(name)).map(Property::value).findFirst();
  }
}
