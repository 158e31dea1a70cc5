package dev.prospector.agents.structured.syntax;

import dev.prospector.agents.structured.item.Text;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Reads the value of one property by the kind of its class (p, u, dt, e). */
final class MicroformatValue {

  private final String base;
  private final MicroformatDates dates = new MicroformatDates();

  MicroformatValue(String base) {
    this.base = base;
  }

  /**
   * Returns the value that a property class gives an element.
   *
   * @param classic whether the microformat is of the first generation, whose images are plain URLs
   */
  Text of(String kind, Element element, boolean classic) {
    return switch (kind) {
      case "u" -> address(element, classic);
      case "dt" -> Text.plain(dates.of(element, text(element)));
      case "e" -> markup(element);
      default -> Text.plain(words(element));
    };
  }

  private String text(Element element) {
    return MicroformatText.of(element, base);
  }

  private String words(Element element) {
    return valueClass(element)
        .or(() -> attribute(element, List.of("abbr", "link"), "title"))
        .or(() -> attribute(element, List.of("data", "input"), "value"))
        .or(() -> attribute(element, List.of("img", "area"), "alt"))
        .orElseGet(() -> text(element));
  }

  private Text address(Element element, boolean classic) {
    if (element.normalName().equals("img") && element.hasAttr("src")) {
      return image(element, classic);
    }
    String written =
        attribute(element, List.of("a", "area", "link"), "href")
            .or(() -> attribute(element, List.of("audio", "video", "source", "iframe"), "src"))
            .or(() -> attribute(element, List.of("video"), "poster"))
            .or(() -> attribute(element, List.of("object"), "data"))
            .or(() -> valueClass(element))
            .or(() -> attribute(element, List.of("abbr"), "title"))
            .or(() -> attribute(element, List.of("data", "input"), "value"))
            .orElseGet(() -> text(element));
    return Text.url(Reference.resolve(base, written));
  }

  /** Returns the address of an image, with its alternative text if it has one. */
  Text image(Element image, boolean classic) {
    String alternative = classic ? "" : image.attr("alt").strip();
    String url = Reference.resolve(base, image.attr("src"));
    return new Text(url, Text.Form.URL, alternative);
  }

  private Text markup(Element element) {
    return new Text(text(element), Text.Form.MARKUP, Markup.html(element, base).strip());
  }

  static Optional<String> attribute(Element element, List<String> names, String attribute) {
    return names.contains(element.normalName()) && element.hasAttr(attribute)
        ? Optional.of(element.attr(attribute))
        : Optional.empty();
  }

  /** Returns what the children with class value or value-title spell together, if there are any. */
  private Optional<String> valueClass(Element element) {
    StringBuilder joined = new StringBuilder();
    boolean found = false;
    for (Element child : element.children()) {
      List<String> classes = Words.of(child.attr("class"));
      boolean value = classes.contains("value");
      if (value || classes.contains("value-title")) {
        joined.append(value ? part(child) : child.attr("title"));
        found = true;
      }
    }
    return found ? Optional.of(joined.toString().strip()) : Optional.empty();
  }

  private String part(Element element) {
    return attribute(element, List.of("img", "area"), "alt")
        .or(() -> attribute(element, List.of("data"), "value"))
        .or(() -> attribute(element, List.of("abbr"), "title"))
        .orElseGet(() -> NodeText.content(element));
  }
}
