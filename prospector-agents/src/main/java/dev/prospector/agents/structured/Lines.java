package dev.prospector.agents.structured;

import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Property;
import dev.prospector.agents.structured.item.Text;
import dev.prospector.agents.structured.item.Value;
import dev.prospector.agents.structured.syntax.Markup;
import dev.prospector.agents.structured.syntax.RdfaGraph;
import dev.prospector.agents.structured.syntax.RdfaNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Writes items as lines {@code Type.property⇥value}, one for each value without parts. */
final class Lines {

  private static final int MOST = 2_000;
  private static final int LONGEST = 1_000;
  private static final int DEEPEST = 8;

  private final ItemTree tree;
  private final Set<String> lines;
  private final Set<Item> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int steps = 20 * MOST;

  private Lines(ItemTree tree, Set<String> lines) {
    this.tree = tree;
    this.lines = lines;
  }

  static List<String> of(StructuredData data) {
    Set<String> lines = new LinkedHashSet<>();
    for (Syntax syntax : Syntax.values()) {
      ItemTree tree = new ItemTree(data.items(syntax));
      Lines writer = new Lines(tree, lines);
      for (Item root : tree.roots()) {
        writer.write(root, ItemTree.typeName(root), 0);
      }
    }
    return new ArrayList<>(lines);
  }

  private void write(Item item, String path, int depth) {
    if (depth > DEEPEST || lines.size() >= MOST || --steps < 0) {
      return;
    }
    if (item.properties().isEmpty()) {
      add(path, item.text());
    }
    for (Property property : item.properties()) {
      if (isFact(property.name())) {
        String below = path + "." + Lines.flat(ItemTree.shortName(property.name()));
        ItemTree.members(property.value()).forEach(value -> write(value, below, depth));
      }
    }
    for (Item child : item.children()) {
      write(child, path + "." + ItemTree.typeName(child), depth + 1);
    }
  }

  private void write(Value value, String path, int depth) {
    Item item = tree.item(value).orElse(null);
    if (item != null && !open.contains(item)) {
      open.add(item);
      write(item, path, depth + 1);
      open.remove(item);
    } else if (value instanceof Text text) {
      add(path, text);
    }
  }

  private void add(String path, Text text) {
    String value = value(text);
    if (!value.isEmpty() && lines.size() < MOST) {
      lines.add(line(path, value));
    }
  }

  static boolean isFact(String property) {
    return !property.equals("@context")
        && !property.equals(RdfaGraph.USES_VOCABULARY)
        && !property.startsWith(RdfaNames.XHV);
  }

  static String line(String path, String value) {
    return path + "\t" + value;
  }

  /** Returns a value as its line shows it: on one line, without entities left over, cut to size. */
  static String value(Text text) {
    String value = text.text();
    if (text.form() == Text.Form.TYPED && Markup.isMarkup(text.detail())) {
      value = Jsoup.parseBodyFragment(value).text();
    }
    if (text.form() == Text.Form.PLAIN && value.indexOf('&') >= 0) {
      value = Parser.unescapeEntities(value, false);
    }
    return flat(value);
  }

  static String flat(String text) {
    StringBuilder flat = new StringBuilder();
    boolean blank = false;
    for (int i = 0; i < text.length() && flat.length() < LONGEST; i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c)) {
        blank = !flat.isEmpty();
      } else {
        if (blank) {
          flat.append(' ');
          blank = false;
        }
        flat.append(c);
      }
    }
    int last = flat.length() - 1;
    if (last >= 0 && Character.isHighSurrogate(flat.charAt(last))) {
      flat.setLength(last);
    }
    return flat.toString();
  }
}
