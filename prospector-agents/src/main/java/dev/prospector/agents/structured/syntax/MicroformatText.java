package dev.prospector.agents.structured.syntax;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The text of an element as microformats define it: without scripts and styles, images replaced by
 * their alternative text, ends trimmed.
 */
final class MicroformatText implements NodeFilter {

  private final StringBuilder text = new StringBuilder();
  private final String base;
  private final boolean sources;

  private MicroformatText(String base, boolean sources) {
    this.base = base;
    this.sources = sources;
  }

  /** Returns the text; an image without alternative text stands for its address. */
  static String of(Element element, String base) {
    return collect(element, new MicroformatText(base, true));
  }

  /** Returns the text; an image without alternative text is left out. */
  static String withoutSources(Element element) {
    return collect(element, new MicroformatText("", false));
  }

  private static String collect(Element element, MicroformatText collector) {
    element.filter(collector);
    return collector.text.toString().strip();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (text.length() > NodeText.LONGEST) {
      return FilterResult.STOP;
    }
    if (node instanceof TextNode words) {
      text.append(words.getWholeText());
    } else if (node instanceof Element element && depth > 0) {
      return enter(element);
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult enter(Element element) {
    switch (element.normalName()) {
      case "script", "style", "template" -> {
        return FilterResult.SKIP_ENTIRELY;
      }
      case "img" -> image(element);
      default -> {}
    }
    return FilterResult.CONTINUE;
  }

  private void image(Element image) {
    if (image.hasAttr("alt")) {
      text.append(image.attr("alt"));
    } else if (sources && image.hasAttr("src")) {
      text.append(' ').append(Reference.resolve(base, image.attr("src"))).append(' ');
    }
  }
}
