package dev.prospector.agents.structured.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the links with a declared relation. */
public final class Links {

  private static final int MOST = 5_000;
  private static final int LONGEST_TEXT = 1_000;

  private Links() {}

  public static List<Link> of(Document page, String base) {
    List<Link> links = new ArrayList<>();
    for (Element element : page.getElementsByAttribute("rel")) {
      String name = element.normalName();
      boolean link = name.equals("a") || name.equals("area") || name.equals("link");
      if (link && element.hasAttr("href") && links.size() < MOST) {
        links.add(link(element, base));
      }
    }
    return links;
  }

  private static Link link(Element element, String base) {
    String text = NodeText.content(element);
    return new Link(
        Reference.resolve(base, element.attr("href")),
        Words.of(element.attr("rel")).stream().distinct().toList(),
        text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text,
        MetaEntries.attributes(element),
        !element.normalName().equals("link"));
  }
}
