package dev.prospector.agents.structured.syntax;

import dev.prospector.agents.structured.item.Allowance;
import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Property;
import dev.prospector.agents.structured.item.Text;
import dev.prospector.agents.structured.item.Value;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads the microformats of a page by the microformats2 parsing specification, those of the first
 * generation by its rules of backward compatibility.
 */
public final class Microformats {

  private final String base;
  private final Allowance allowance = new Allowance();

  private Microformats(String base) {
    this.base = base;
  }

  public static List<Item> items(Document page, String base) {
    List<Item> items = new ArrayList<>();
    new Microformats(base).find(page, items, 0);
    return items;
  }

  private void find(Element element, List<Item> items, int depth) {
    for (Element child : element.children()) {
      MicroformatClasses.Roots roots = MicroformatClasses.roots(child);
      if (depth > Allowance.DEPTH || child.normalName().equals("template")) {
        continue;
      }
      if (roots.none()) {
        find(child, items, depth + 1);
      } else {
        items.add(item(child, roots, Text.EMPTY, depth + 1));
      }
    }
  }

  /** One microformat while it is being read. */
  private final class Scope {
    private final MicroformatClasses.Roots roots;
    private final MicroformatValue values = new MicroformatValue(base);
    private final List<Property> properties = new ArrayList<>();
    private final List<Item> children = new ArrayList<>();
    private boolean words;
    private boolean links;
    private boolean nested;

    Scope(MicroformatClasses.Roots roots) {
      this.roots = roots;
    }

    void add(MicroformatClasses.Name name, Value value, int length) {
      words |= name.kind().equals("p") || name.kind().equals("e");
      links |= name.kind().equals("u");
      if (allowance.take(length)) {
        properties.add(new Property(name.name(), value));
      }
    }

    boolean has(String name) {
      return properties.stream().anyMatch(property -> property.name().equals(name));
    }
  }

  private Item item(Element element, MicroformatClasses.Roots roots, Text text, int depth) {
    Scope scope = new Scope(roots);
    if (roots.classic() && roots.types().contains("h-item")) {
      addValues(element, ownNames(element), scope);
    }
    for (Element child : element.children()) {
      visit(child, scope, depth + 1);
    }
    if (!roots.classic()) {
      imply(element, scope);
    }
    return new Item(roots.types(), element.id(), scope.properties, scope.children, text);
  }

  // In hReview one element may be the item and its name at once.
  private static List<MicroformatClasses.Name> ownNames(Element element) {
    return MicroformatClasses.properties(
        ClassicMicroformats.translated(
            List.of("h-item"), Words.of(element.attr("class")), List.of()));
  }

  private void visit(Element element, Scope scope, int depth) {
    if (depth > Allowance.DEPTH
        || allowance.exhausted()
        || element.normalName().equals("template")) {
      return;
    }
    List<String> classes = classes(element, scope);
    MicroformatClasses.Roots roots = roots(element, classes, scope);
    List<MicroformatClasses.Name> names = MicroformatClasses.properties(classes);
    if (!roots.none()) {
      nest(element, roots, names, scope, depth);
      return;
    }
    addValues(element, names, scope);
    for (Element child : element.children()) {
      visit(child, scope, depth + 1);
    }
  }

  private static List<String> classes(Element element, Scope scope) {
    List<String> written = Words.of(element.attr("class"));
    if (!scope.roots.classic()) {
      return written;
    }
    return ClassicMicroformats.translated(
        scope.roots.types(), written, Words.of(element.attr("rel")));
  }

  private static MicroformatClasses.Roots roots(
      Element element, List<String> classes, Scope scope) {
    MicroformatClasses.Roots roots = MicroformatClasses.roots(element);
    if (!roots.none() || !scope.roots.classic()) {
      return roots;
    }
    List<String> types = classes.stream().filter(name -> name.startsWith("h-")).toList();
    return new MicroformatClasses.Roots(types, true);
  }

  private void addValues(Element element, List<MicroformatClasses.Name> names, Scope scope) {
    for (MicroformatClasses.Name name : names) {
      Text value = scope.values.of(name.kind(), element, scope.roots.classic());
      scope.add(name, value, value.text().length() + value.detail().length());
    }
  }

  private void nest(
      Element element,
      MicroformatClasses.Roots roots,
      List<MicroformatClasses.Name> names,
      Scope scope,
      int depth) {
    scope.nested = true;
    Item item = item(element, roots, Text.EMPTY, depth);
    if (names.isEmpty()) {
      scope.children.add(item);
    }
    for (MicroformatClasses.Name name : names) {
      Text text = text(element, item, name.kind(), scope);
      Item named = new Item(item.types(), item.id(), item.properties(), item.children(), text);
      scope.add(name, named, text.text().length() + text.detail().length());
    }
  }

  /** Returns what stands for a nested microformat where a plain value is wanted. */
  private static Text text(Element element, Item item, String kind, Scope scope) {
    String own = kind.equals("p") ? "name" : kind.equals("u") ? "url" : "";
    if (item.value(own).orElse(Text.EMPTY) instanceof Text text && !text.text().isEmpty()) {
      return text.form() == Text.Form.MARKUP ? Text.plain(text.text()) : text;
    }
    return scope.values.of(kind, element, scope.roots.classic());
  }

  private void imply(Element element, Scope scope) {
    ImpliedProperties implied = new ImpliedProperties(element, scope.values, base);
    if (!scope.has("name") && !scope.words && !scope.nested) {
      addImplied("name", Text.plain(implied.name()), scope);
    }
    if (!scope.links && !scope.nested) {
      if (!scope.has("photo")) {
        implied.photo().ifPresent(photo -> addImplied("photo", photo, scope));
      }
      if (!scope.has("url")) {
        implied.url().ifPresent(url -> addImplied("url", url, scope));
      }
    }
  }

  private void addImplied(String name, Text value, Scope scope) {
    if (allowance.take(value.text().length())) {
      scope.properties.add(new Property(name, value));
    }
  }
}
