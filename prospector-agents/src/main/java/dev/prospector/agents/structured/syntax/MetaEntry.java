package dev.prospector.agents.structured.syntax;

import java.util.Map;
import java.util.Objects;

/**
 * One entry of a page's head: a {@code meta} element with a name or a property.
 *
 * @param name the name as written, such as {@code og:title} or {@code description}
 * @param content the content as written
 * @param attributes every attribute of the element
 */
public record MetaEntry(String name, String content, Map<String, String> attributes) {

  /** Checks that every part is given. */
  public MetaEntry {
    Objects.requireNonNull(name);
    Objects.requireNonNull(content);
    attributes = Map.copyOf(attributes);
  }
}
