package dev.prospector.agents.structured.syntax;

import dev.prospector.agents.structured.item.Allowance;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Writes the content of an element as HTML or as XML, without touching the page. */
public final class Markup implements NodeFilter {

  static final String XML_LITERAL = "http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral";
  static final String HTML_LITERAL = "http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML";

  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
          "track", "wbr");
  private static final Set<String> ADDRESSES =
      Set.of("href", "src", "data", "poster", "action", "cite", "longdesc");

  private final StringBuilder out = new StringBuilder();
  private final boolean xml;
  private final String base;
  private final String namespaces;

  private Markup(boolean xml, String base, String namespaces) {
    this.xml = xml;
    this.base = base;
    this.namespaces = namespaces;
  }

  /** Returns the inner HTML; with a base, addresses in attributes are resolved against it. */
  static String html(Element element, String base) {
    Markup markup = new Markup(false, base, "");
    element.filter(markup);
    return markup.out.toString();
  }

  /** Returns the inner XML, the declared prefixes written on its outermost elements. */
  static String xml(Element element) {
    Markup markup = new Markup(true, "", declarations(element));
    element.filter(markup);
    return markup.out.toString();
  }

  public static boolean isMarkup(String datatype) {
    return datatype.equals(XML_LITERAL) || datatype.equals(HTML_LITERAL);
  }

  private static String declarations(Element element) {
    Map<String, String> declared = new TreeMap<>();
    int height = 0;
    for (Element at = element; at != null && height < Allowance.DEPTH; at = at.parent()) {
      for (Attribute attribute : at.attributes()) {
        if (attribute.getKey().startsWith("xmlns:")) {
          declared.putIfAbsent(attribute.getKey(), attribute.getValue());
        }
      }
      height++;
    }
    StringBuilder out = new StringBuilder(" xmlns=\"" + XHTML + "\"");
    declared.forEach(
        (name, iri) -> out.append(' ').append(name).append("=\"").append(iri).append('"'));
    return out.toString();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (out.length() > NodeText.LONGEST) {
      return FilterResult.STOP;
    }
    if (node instanceof Element element) {
      if (depth > 0) {
        open(element, depth);
      }
    } else if (node instanceof TextNode text) {
      out.append(escaped(text.getWholeText(), false));
    } else if (node instanceof DataNode data) {
      out.append(data.getWholeData());
    } else if (!xml) {
      out.append(node.outerHtml());
    }
    return FilterResult.CONTINUE;
  }

  private void open(Element element, int depth) {
    out.append('<').append(element.tagName());
    if (xml && depth == 1) {
      out.append(namespaces);
    }
    for (Attribute attribute : element.attributes()) {
      String value = attribute.getValue();
      if (!base.isEmpty() && ADDRESSES.contains(attribute.getKey())) {
        value = Reference.resolve(base, value);
      }
      out.append(' ').append(attribute.getKey()).append("=\"");
      out.append(escaped(value, true)).append('"');
    }
    out.append(xml && isVoid(element) ? "/>" : ">");
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && depth > 0 && !isVoid(element)) {
      out.append("</").append(element.tagName()).append('>');
    }
    return FilterResult.CONTINUE;
  }

  private static boolean isVoid(Element element) {
    return VOID.contains(element.normalName());
  }

  private String escaped(String text, boolean attribute) {
    String escaped = text.replace("&", "&amp;");
    if (!xml) {
      escaped = escaped.replace("\u00A0", "&nbsp;");
    }
    if (attribute) {
      return escaped.replace("\"", "&quot;");
    }
    return escaped.replace("<", "&lt;").replace(">", "&gt;");
  }
}
