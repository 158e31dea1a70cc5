package dev.prospector.agents.page.layout;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A block element and the lines of visible text that lie within it. */
public final class Box {

  private final Element element;
  private final @Nullable Box parent;
  private final int firstLine;
  private final Names names;
  private int endLine;

  Box(Element element, @Nullable Box parent, int firstLine) {
    this.element = element;
    this.parent = parent;
    this.firstLine = firstLine;
    this.endLine = firstLine;
    this.names = Names.of(element);
  }

  public Element element() {
    return element;
  }

  @Nullable Box parent() {
    return parent;
  }

  Names names() {
    return names;
  }

  int firstLine() {
    return firstLine;
  }

  int endLine() {
    return endLine;
  }

  int lineCount() {
    return endLine - firstLine;
  }

  void endAt(int line) {
    endLine = line;
  }
}
