package dev.prospector.agents.structured.syntax;

import dev.prospector.agents.structured.item.Text;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The name, photo and url that a microformat has without saying so (microformats2 parsing
 * specification, "parsing for implied properties").
 */
final class ImpliedProperties {

  private final Element root;
  private final MicroformatValue values;
  private final String base;

  ImpliedProperties(Element root, MicroformatValue values, String base) {
    this.root = root;
    this.values = values;
    this.base = base;
  }

  String name() {
    return named(root)
        .or(() -> onlyChild(root).flatMap(ImpliedProperties::namedBelow))
        .or(
            () ->
                onlyChild(root)
                    .flatMap(ImpliedProperties::onlyChild)
                    .flatMap(ImpliedProperties::namedBelow))
        .orElseGet(() -> MicroformatText.withoutSources(root))
        .strip();
  }

  private static Optional<String> named(Element element) {
    return MicroformatValue.attribute(element, List.of("img", "area"), "alt")
        .or(() -> MicroformatValue.attribute(element, List.of("abbr"), "title"));
  }

  private static Optional<String> namedBelow(Element element) {
    return MicroformatClasses.isRoot(element)
        ? Optional.empty()
        : named(element).filter(name -> !name.isEmpty());
  }

  Optional<Text> photo() {
    return picture(root)
        .or(() -> only(root, "img", "src").flatMap(this::picture))
        .or(() -> only(root, "object", "data").flatMap(this::picture))
        .or(() -> below().flatMap(child -> only(child, "img", "src")).flatMap(this::picture))
        .or(() -> below().flatMap(child -> only(child, "object", "data")).flatMap(this::picture));
  }

  private Optional<Text> picture(Element element) {
    if (element.normalName().equals("img") && element.hasAttr("src")) {
      return Optional.of(values.image(element, false));
    }
    return MicroformatValue.attribute(element, List.of("object"), "data")
        .map(data -> Text.url(Reference.resolve(base, data)));
  }

  Optional<Text> url() {
    return href(root)
        .or(() -> only(root, "a", "href").flatMap(this::href))
        .or(() -> only(root, "area", "href").flatMap(this::href))
        .or(() -> below().flatMap(child -> only(child, "a", "href")).flatMap(this::href))
        .or(() -> below().flatMap(child -> only(child, "area", "href")).flatMap(this::href));
  }

  private Optional<Text> href(Element element) {
    return MicroformatValue.attribute(element, List.of("a", "area"), "href")
        .map(href -> Text.url(Reference.resolve(base, href)));
  }

  private Optional<Element> below() {
    return onlyChild(root).filter(child -> !MicroformatClasses.isRoot(child));
  }

  private static Optional<Element> onlyChild(Element element) {
    Element first = element.firstElementChild();
    boolean only = first != null && first.nextElementSibling() == null;
    return only && !MicroformatClasses.isRoot(element.child(0))
        ? Optional.ofNullable(first)
        : Optional.empty();
  }

  /** Returns the only child of one kind, if it has the attribute and starts no microformat. */
  private static Optional<Element> only(Element parent, String name, String attribute) {
    @Nullable Element found = null;
    for (Element child : parent.children()) {
      if (child.normalName().equals(name)) {
        if (found != null) {
          return Optional.empty();
        }
        found = child;
      }
    }
    return Optional.ofNullable(found)
        .filter(child -> child.hasAttr(attribute) && !MicroformatClasses.isRoot(child));
  }
}
