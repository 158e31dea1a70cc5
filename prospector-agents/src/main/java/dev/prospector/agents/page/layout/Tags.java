package dev.prospector.agents.page.layout;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What element names mean for the layout of text. */
final class Tags {

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "caption",
          "center",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "frameset",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "html",
          "hr",
          "legend",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "search",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul",
          "listing",
          "xmp",
          "plaintext");

  private static final Set<String> UNSEEN =
      Set.of(
          "applet",
          "area",
          "audio",
          "base",
          "canvas",
          "datalist",
          "embed",
          "frame",
          "head",
          "iframe",
          "input",
          "link",
          "math",
          "meta",
          "noembed",
          "noframes",
          "noscript",
          "object",
          "option",
          "optgroup",
          "param",
          "rp",
          "rt",
          "script",
          "select",
          "source",
          "style",
          "svg",
          "template",
          "textarea",
          "title",
          "track",
          "video");

  private Tags() {}

  static boolean block(Element element) {
    return BLOCKS.contains(element.normalName());
  }

  static boolean unseen(Element element) {
    return UNSEEN.contains(element.normalName());
  }

  static boolean heading(Element element) {
    String name = element.normalName();
    return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
  }

  static boolean cell(Element element) {
    return element.nameIs("td") || element.nameIs("th");
  }

  /** Says whether the element's own attributes keep it from being seen. */
  static boolean hidden(Element element) {
    if (element.attributesSize() == 0 || element.nameIs("body")) {
      return false;
    }
    if (element.hasAttr("hidden")) {
      return true;
    }
    String style = element.attr("style");
    if (style.length() < 12) {
      return false;
    }
    String plain = style.toLowerCase(Locale.ROOT).replace(" ", "");
    return plain.contains("display:none") || plain.contains("visibility:hidden");
  }
}
