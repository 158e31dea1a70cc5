package dev.prospector.agents.structured.jsonld;

import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Sequence;
import dev.prospector.agents.structured.item.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads the JSON-LD scripts of a page. */
public final class JsonLd {

  private static final int LONGEST = 4_000_000;

  private JsonLd() {}

  public static List<Item> items(Document page, List<String> problems) {
    List<Item> items = new ArrayList<>();
    for (Element script : page.getElementsByTag("script")) {
      if (isJsonLd(script.attr("type"))) {
        read(script.data(), items, problems);
      }
    }
    return items;
  }

  private static boolean isJsonLd(String type) {
    return type.strip().toLowerCase(Locale.ROOT).startsWith("application/ld+json");
  }

  private static void read(String script, List<Item> items, List<String> problems) {
    if (script.length() > LONGEST) {
      problems.add("JSON-LD: a script of " + script.length() + " characters was not read");
      return;
    }
    LenientJson.Parsed parsed = LenientJson.parse(script);
    if (!parsed.problem().isEmpty() && script.indexOf('&') >= 0) {
      LenientJson.Parsed again = LenientJson.parse(Parser.unescapeEntities(script, true));
      parsed = again.problem().isEmpty() ? again : parsed;
    }
    if (!parsed.problem().isEmpty()) {
      problems.add("JSON-LD: " + parsed.problem());
    }
    parsed.values().forEach(value -> add(value, items));
  }

  private static void add(Value value, List<Item> items) {
    if (value instanceof Sequence sequence) {
      sequence.values().forEach(each -> addItem(each, items));
    } else {
      addItem(value, items);
    }
  }

  private static void addItem(Value value, List<Item> items) {
    if (value instanceof Item item && !(item.properties().isEmpty() && item.types().isEmpty())) {
      items.add(item);
    }
  }
}
