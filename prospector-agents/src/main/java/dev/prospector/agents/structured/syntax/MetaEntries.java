package dev.prospector.agents.structured.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the meta elements of a page. */
public final class MetaEntries {

  private static final int MOST = 1_000;

  private MetaEntries() {}

  public static List<MetaEntry> of(Document page) {
    List<MetaEntry> entries = new ArrayList<>();
    for (Element meta : page.getElementsByTag("meta")) {
      String name = meta.hasAttr("property") ? meta.attr("property") : meta.attr("name");
      if (!name.isBlank() && meta.hasAttr("content") && entries.size() < MOST) {
        entries.add(entry(name.strip(), meta));
      }
    }
    return entries;
  }

  public static MetaEntry entry(String name, Element meta) {
    return new MetaEntry(name, meta.attr("content"), attributes(meta));
  }

  static Map<String, String> attributes(Element element) {
    Map<String, String> attributes = new HashMap<>();
    for (Attribute attribute : element.attributes()) {
      attributes.put(attribute.getKey(), attribute.getValue());
    }
    return attributes;
  }
}
