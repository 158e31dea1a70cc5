package dev.prospector.agents.structured.syntax;

import dev.prospector.agents.structured.item.Text;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** One element with its RDFa attributes, read with the names in force. */
final class RdfaElement {

  private final Element element;
  private final RdfaNames names;

  RdfaElement(Element element, RdfaNames names) {
    this.element = element;
    this.names = names;
  }

  boolean has(String attribute) {
    return element.hasAttr(attribute);
  }

  /**
   * Returns the link words. Beside a property the plain words of HTML, such as {@code nofollow},
   * say nothing (HTML+RDFa 1.1, section 3.1).
   */
  Optional<String> links(String attribute) {
    if (!has(attribute)) {
      return Optional.empty();
    }
    if (!has("property") || names.xhtml()) {
      return Optional.of(element.attr(attribute));
    }
    String kept =
        Words.of(element.attr(attribute)).stream()
            .filter(word -> word.indexOf(':') >= 0)
            .collect(Collectors.joining(" "));
    return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
  }

  Optional<String> about() {
    return has("about") ? names.resource(element.attr("about")) : Optional.empty();
  }

  Optional<String> resource() {
    return has("resource") ? names.resource(element.attr("resource")) : Optional.empty();
  }

  Optional<String> link(String attribute) {
    return has(attribute)
        ? Optional.of(Reference.resolve(names.base(), element.attr(attribute)))
        : Optional.empty();
  }

  /** Returns the first of {@code resource}, {@code href} and {@code src}. */
  Optional<String> target() {
    return resource().or(() -> link("href")).or(() -> link("src"));
  }

  /** Returns the literal that the attributes or the content of the element make. */
  Text literal(String language, boolean old) {
    Optional<String> type =
        element.attr("datatype").isBlank()
            ? Optional.empty()
            : names.iris(element.attr("datatype")).stream().findFirst();
    boolean markup = old && !has("datatype") && !has("content") && element.childrenSize() > 0;
    if (markup || type.filter(Markup::isMarkup).isPresent()) {
      String datatype = type.orElse(Markup.XML_LITERAL);
      return new Text(markup(datatype), Text.Form.TYPED, datatype);
    }
    if (type.isPresent()) {
      return new Text(written(), Text.Form.TYPED, type.get());
    }
    return language.isEmpty()
        ? Text.plain(written())
        : new Text(written(), Text.Form.LANGUAGE, language);
  }

  private String markup(String datatype) {
    return datatype.equals(Markup.XML_LITERAL) ? Markup.xml(element) : Markup.html(element, "");
  }

  private String written() {
    if (has("content")) {
      return element.attr("content");
    }
    String name = element.normalName();
    if (has("datetime") && (name.equals("time") || name.equals("ins") || name.equals("del"))) {
      return element.attr("datetime");
    }
    if (has("value") && (name.equals("data") || name.equals("meter"))) {
      return element.attr("value");
    }
    return NodeText.content(element);
  }
}
