package dev.prospector.agents.structured;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.structured.syntax.MetaEntries;
import dev.prospector.agents.structured.syntax.MetaEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of itself by the Open Graph protocol (https://ogp.me).
 *
 * @param namespaces the prefixes that the page declares, and those of the protocol that it uses
 * @param properties the entries with one of these prefixes, in order
 */
public record OpenGraph(Map<String, String> namespaces, List<MetaEntry> properties) {

  private static final Map<String, String> PROTOCOL =
      Map.of(
          "og", "http://ogp.me/ns#",
          "music", "http://ogp.me/ns/music#",
          "video", "http://ogp.me/ns/video#",
          "article", "http://ogp.me/ns/article#",
          "book", "http://ogp.me/ns/book#",
          "profile", "http://ogp.me/ns/profile#",
          "product", "http://ogp.me/ns/product#");
  private static final Expression PREFIX = Expression.of("([\\w-]{1,64}+):\\s*+(\\S++)");

  /** Copies both collections and keeps their order. */
  public OpenGraph {
    namespaces = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(namespaces));
    properties = List.copyOf(properties);
  }

  static OpenGraph of(Document page) {
    Map<String, String> namespaces = new LinkedHashMap<>();
    Element root = page.firstElementChild();
    if (root != null) {
      declare(root, namespaces);
    }
    declare(page.head(), namespaces);
    List<MetaEntry> properties = new ArrayList<>();
    for (Element meta : page.getElementsByTag("meta")) {
      if (meta.hasAttr("property") && meta.hasAttr("content")) {
        add(MetaEntries.entry(meta.attr("property"), meta), namespaces, properties);
      }
    }
    return new OpenGraph(namespaces, properties);
  }

  private static void declare(Element element, Map<String, String> namespaces) {
    Search prefix = PREFIX.matcher(element.attr("prefix"));
    while (prefix.find()) {
      namespaces.put(prefix.group(1), prefix.group(2));
    }
  }

  private static void add(
      MetaEntry entry, Map<String, String> namespaces, List<MetaEntry> properties) {
    int colon = entry.name().indexOf(':');
    String prefix = colon < 0 ? entry.name() : entry.name().substring(0, colon);
    String protocol = PROTOCOL.get(prefix);
    if (protocol != null) {
      namespaces.put(prefix, protocol);
    }
    if (namespaces.containsKey(prefix)) {
      properties.add(entry);
    }
  }
}
