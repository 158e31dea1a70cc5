package dev.prospector.agents.structured;

import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.jsonld.JsonLd;
import dev.prospector.agents.structured.syntax.Link;
import dev.prospector.agents.structured.syntax.Links;
import dev.prospector.agents.structured.syntax.MetaEntries;
import dev.prospector.agents.structured.syntax.MetaEntry;
import dev.prospector.agents.structured.syntax.Microdata;
import dev.prospector.agents.structured.syntax.Microformats;
import dev.prospector.agents.structured.syntax.Rdfa;
import dev.prospector.agents.structured.syntax.Reference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says about things in its markup, by syntax, with what it says about itself.
 *
 * <p>Reading never fails: what cannot be read is left out and named in {@link #problems}. Values
 * are bounded in number and length, so that no page costs more than a large honest one. Immutable.
 *
 * @param items the items of each syntax in the order of the page; every syntax has an entry
 * @param openGraph the Open Graph entries
 * @param metas every {@code meta} entry with a name or property, in order
 * @param links the links with a declared relation, in order
 * @param problems what could not be read, in English, without quoting the page
 */
public record StructuredData(
    Map<Syntax, List<Item>> items,
    OpenGraph openGraph,
    List<MetaEntry> metas,
    List<Link> links,
    List<String> problems) {

  /** Copies the collections. */
  public StructuredData {
    EnumMap<Syntax, List<Item>> copy = new EnumMap<>(Syntax.class);
    for (Syntax syntax : Syntax.values()) {
      copy.put(syntax, List.copyOf(items.getOrDefault(syntax, List.of())));
    }
    items = java.util.Collections.unmodifiableMap(copy);
    metas = List.copyOf(metas);
    links = List.copyOf(links);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a page.
   *
   * @param page the parsed page; it is not changed
   * @param baseUrl the page's address, or empty when it is unknown and relative addresses stay as
   *     they are; a {@code base} element is taken into account
   */
  public static StructuredData of(Document page, String baseUrl) {
    String base = base(page, baseUrl);
    List<String> problems = new ArrayList<>();
    Map<Syntax, List<Item>> items = new EnumMap<>(Syntax.class);
    items.put(Syntax.JSON_LD, JsonLd.items(page, problems));
    items.put(Syntax.MICRODATA, Microdata.items(page, base));
    items.put(Syntax.RDFA, Rdfa.items(page, base));
    items.put(Syntax.MICROFORMATS, Microformats.items(page, base));
    return new StructuredData(
        items, OpenGraph.of(page), MetaEntries.of(page), Links.of(page, base), problems);
  }

  /** Returns the items of one syntax, in the order of the page. */
  public List<Item> items(Syntax syntax) {
    return items.getOrDefault(syntax, List.of());
  }

  /**
   * Returns every value as a line {@code Type.property⇥value} with the path of nested properties,
   * such as {@code Organization.address.streetAddress⇥Rua X, 12}; each line once, values on one
   * line, at most 2,000 lines with at most 1,000 characters of value.
   */
  public List<String> lines() {
    return Lines.of(this);
  }

  private static String base(Document page, String baseUrl) {
    Element base = page.selectFirst("base[href]");
    return base == null ? baseUrl.strip() : Reference.resolve(baseUrl.strip(), base.attr("href"));
  }
}
