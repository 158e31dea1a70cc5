package dev.prospector.agents.structured.syntax;

import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text of an element, as the DOM gives it or as a reader sees its lines. */
final class NodeText {

  /** No single value is longer; the rest of it is cut off. */
  static final int LONGEST = 100_000;

  private NodeText() {}

  /** Returns the text content of the DOM: every text node below the element. */
  static String content(Element element) {
    return collect(element, new Collector(false));
  }

  /**
   * Returns the text without scripts and styles, a line break at each block and each {@code br}.
   */
  static String lines(Element element) {
    return collect(element, new Collector(true)).strip();
  }

  private static String collect(Element element, Collector collector) {
    element.filter(collector);
    return collector.text.toString();
  }

  private static final class Collector implements NodeFilter {

    private final StringBuilder text = new StringBuilder();
    private final boolean layout;

    Collector(boolean layout) {
      this.layout = layout;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (text.length() > LONGEST) {
        return FilterResult.STOP;
      }
      if (node instanceof TextNode words) {
        text.append(words.getWholeText());
      } else if (node instanceof Element element) {
        return enter(element, depth);
      } else if (!layout && node instanceof DataNode data) {
        text.append(data.getWholeData());
      }
      return FilterResult.CONTINUE;
    }

    private FilterResult enter(Element element, int depth) {
      if (layout && depth > 0 && hidden(element.normalName())) {
        return FilterResult.SKIP_ENTIRELY;
      }
      breakLine(element, depth);
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        breakLine(element, depth);
      }
      return FilterResult.CONTINUE;
    }

    private void breakLine(Element element, int depth) {
      boolean breaks = element.isBlock() || element.normalName().equals("br");
      if (layout && depth > 0 && breaks && !endsLine()) {
        text.append('\n');
      }
    }

    private boolean endsLine() {
      return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }

    private static boolean hidden(String name) {
      return name.equals("script") || name.equals("style") || name.equals("template");
    }
  }
}
