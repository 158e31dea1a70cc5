package dev.prospector.agents.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Reads what a document says of itself in its head: meta entries, canonical address, language. */
final class MetaEntries {

  private static final int MAX_ENTRIES = 300;
  private static final int MAX_VALUE = 2_000;

  private static final Evaluator META = QueryParser.parse("meta[content]");
  private static final Evaluator CANONICAL = QueryParser.parse("link[rel=canonical][href]");

  private MetaEntries() {}

  static List<String> of(Document document) {
    Set<String> entries = new LinkedHashSet<>();
    for (Element meta : document.select(META)) {
      String name = meta.hasAttr("property") ? meta.attr("property") : meta.attr("name");
      add(entries, name, meta.attr("content"));
    }
    Element canonical = document.selectFirst(CANONICAL);
    if (canonical != null) {
      String target = canonical.absUrl("href");
      add(entries, "canonical", target.isEmpty() ? canonical.attr("href") : target);
    }
    add(entries, "lang", language(document));
    return new ArrayList<>(entries);
  }

  /** Returns the language that the document declares, empty when it declares none. */
  static String language(Document document) {
    Element html = document.firstElementChild();
    return html == null ? "" : html.attr("lang");
  }

  private static void add(Set<String> entries, String name, String content) {
    String value = SafeText.oneLine(content);
    String key = SafeText.oneLine(name);
    if (!value.isEmpty() && !key.isEmpty() && key.length() < 100 && entries.size() < MAX_ENTRIES) {
      String bounded = value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) : value;
      entries.add(key + '\t' + bounded);
    }
  }
}
