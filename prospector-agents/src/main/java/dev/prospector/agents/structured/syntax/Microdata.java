package dev.prospector.agents.structured.syntax;

import dev.prospector.agents.structured.item.Allowance;
import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Property;
import dev.prospector.agents.structured.item.Text;
import dev.prospector.agents.structured.item.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the microdata of a page as the HTML standard defines it ("Microdata", section 5). */
public final class Microdata {

  private final String base;
  private final Allowance allowance = new Allowance();
  private final Map<String, Element> byId = new HashMap<>();
  private final Map<Element, Integer> order = new IdentityHashMap<>();
  private final Set<Element> open = new HashSet<>();

  private Microdata(Document page, String base) {
    this.base = base;
    for (Element element : page.getAllElements()) {
      order.put(element, order.size());
      String id = element.id();
      if (!id.isEmpty()) {
        byId.putIfAbsent(id, element);
      }
    }
  }

  public static List<Item> items(Document page, String base) {
    List<Element> roots =
        page.getElementsByAttribute("itemscope").stream()
            .filter(element -> !element.hasAttr("itemprop") || orphan(element))
            .toList();
    if (roots.isEmpty()) {
      return List.of();
    }
    Microdata reader = new Microdata(page, base);
    Set<Element> referred = reader.referred(page);
    List<Item> items = new ArrayList<>();
    for (Element root : roots) {
      if (!(root.hasAttr("itemprop") && referred.contains(root))) {
        items.add(reader.item(root));
      }
    }
    return items;
  }

  // A property of nothing is an item by itself: pages cut out of their context keep their facts.
  private static boolean orphan(Element element) {
    int height = 0;
    for (Element up = element.parent(); up != null && height < 10_000; up = up.parent()) {
      if (up.hasAttr("itemscope")) {
        return false;
      }
      height++;
    }
    return true;
  }

  private Set<Element> referred(Document page) {
    Set<Element> referred = new HashSet<>();
    for (Element element : page.getElementsByAttribute("itemref")) {
      for (String id : Words.of(element.attr("itemref"))) {
        Element target = byId.get(id);
        if (target != null && referred.size() < 1_000) {
          collect(target, referred);
        }
      }
    }
    return referred;
  }

  private Item item(Element root) {
    open.add(root);
    List<Property> properties = new ArrayList<>();
    for (Element element : propertyElements(root)) {
      if (!open.contains(element) && open.size() < Allowance.DEPTH) {
        addProperty(element, properties);
      }
    }
    open.remove(root);
    Text text = properties.isEmpty() ? text(root) : Text.EMPTY;
    String id = root.attr("itemid").strip();
    return new Item(
        Words.of(root.attr("itemtype")),
        id.isEmpty() ? "" : Reference.resolve(base, id),
        properties,
        List.of(),
        text);
  }

  private void addProperty(Element element, List<Property> properties) {
    if (allowance.exhausted()) {
      return;
    }
    Value value = element.hasAttr("itemscope") ? item(element) : text(element);
    for (String name : Words.of(element.attr("itemprop"))) {
      if (allowance.take(value instanceof Text text ? text.text().length() : 0)) {
        properties.add(new Property(name, value));
      }
    }
  }

  /** Returns the elements that give an item its properties, in the order of the page. */
  private Collection<Element> propertyElements(Element root) {
    Set<Element> found = new LinkedHashSet<>();
    root.children().forEach(child -> collect(child, found));
    List<String> references = Words.of(root.attr("itemref"));
    if (references.isEmpty()) {
      return found;
    }
    for (String id : references) {
      Element target = byId.get(id);
      if (target != null && target != root) {
        collectReferred(target, found);
      }
    }
    List<Element> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(element -> order.getOrDefault(element, 0)));
    return sorted;
  }

  // The standard stops at an item that is no property; to refer to one can only mean its
  // properties.
  private void collectReferred(Element target, Set<Element> found) {
    if (target.hasAttr("itemscope") && !target.hasAttr("itemprop")) {
      target.children().forEach(child -> collect(child, found));
    } else {
      collect(target, found);
    }
  }

  // Walks without recursion: markup may nest deeper than the stack.
  private void collect(Element top, Set<Element> found) {
    Element at = top;
    while (at != null) {
      if (at.hasAttr("itemprop")) {
        found.add(at);
      }
      Element down = at.hasAttr("itemscope") ? null : at.firstElementChild();
      at = down == null ? following(at, top) : down;
    }
  }

  @SuppressWarnings("NullAway") // the end of the walk
  private static Element following(Element element, Element top) {
    Element at = element;
    while (at != top) {
      Element next = at.nextElementSibling();
      if (next != null) {
        return next;
      }
      at = at.parent();
    }
    return null;
  }

  private Text text(Element element) {
    if (!allowance.take(0)) {
      return Text.EMPTY;
    }
    return switch (element.normalName()) {
      case "meta" -> Text.plain(element.attr("content"));
      case "audio", "embed", "iframe", "img", "source", "track", "video" -> link(element, "src");
      case "a", "area", "link" -> link(element, "href");
      case "object" -> link(element, "data");
      case "data", "meter" -> attribute(element, "value");
      case "time" -> attribute(element, "datetime");
      default -> attribute(element, "content");
    };
  }

  private Text link(Element element, String name) {
    String written = element.hasAttr(name) ? element.attr(name) : element.attr("content");
    return Text.url(written.isBlank() ? "" : Reference.resolve(base, written));
  }

  private static Text attribute(Element element, String name) {
    return Text.plain(element.hasAttr(name) ? element.attr(name) : NodeText.lines(element));
  }
}
