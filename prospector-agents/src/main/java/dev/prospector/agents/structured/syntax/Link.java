package dev.prospector.agents.structured.syntax;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A link whose relation to the page is declared ({@code rel}), such as {@code me} or {@code tag}.
 *
 * @param url the resolved address
 * @param relations the declared relations, each once, in order
 * @param text the text of the link
 * @param attributes every attribute of the element
 * @param visible whether a reader sees it: an {@code a} or {@code area}, not a {@code link} element
 */
public record Link(
    String url,
    List<String> relations,
    String text,
    Map<String, String> attributes,
    boolean visible) {

  /** Copies the collections. */
  public Link {
    Objects.requireNonNull(url);
    relations = List.copyOf(relations);
    Objects.requireNonNull(text);
    attributes = Map.copyOf(attributes);
  }
}
