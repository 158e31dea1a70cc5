package dev.prospector.agents.structured.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** The class names of an element, read as roots and properties of microformats. */
final class MicroformatClasses {

  private MicroformatClasses() {}

  /**
   * The microformats that begin at an element.
   *
   * @param types their types, sorted; empty when none begins
   * @param classic whether they are of the first generation
   */
  record Roots(List<String> types, boolean classic) {
    boolean none() {
      return types.isEmpty();
    }
  }

  /** A property class: its kind ({@code p}, {@code u}, {@code dt}, {@code e}) and its name. */
  record Name(String kind, String name) {}

  static Roots roots(Element element) {
    List<String> classes = Words.of(element.attr("class"));
    if (classes.isEmpty()) {
      return new Roots(List.of(), false);
    }
    List<String> types =
        classes.stream()
            .filter(name -> name.startsWith("h-") && isName(name, 2))
            .distinct()
            .sorted()
            .toList();
    if (!types.isEmpty()) {
      return new Roots(types, false);
    }
    List<String> classic =
        classes.stream()
            .flatMap(name -> ClassicMicroformats.root(name).stream())
            .map(ClassicMicroformats.Root::type)
            .distinct()
            .sorted()
            .toList();
    return new Roots(classic, true);
  }

  static boolean isRoot(Element element) {
    return Words.of(element.attr("class")).stream()
        .anyMatch(name -> name.startsWith("h-") && isName(name, 2));
  }

  /** Returns the property classes among some class names, each once, in order. */
  static List<Name> properties(List<String> classes) {
    List<Name> names = new ArrayList<>();
    for (String word : classes) {
      int dash = word.indexOf('-');
      String kind = dash < 0 ? "" : word.substring(0, dash);
      boolean known = kind.equals("p") || kind.equals("u") || kind.equals("e") || kind.equals("dt");
      if (known && isName(word, dash + 1)) {
        Name name = new Name(kind, word.substring(dash + 1));
        if (!names.contains(name) && names.size() < 100) {
          names.add(name);
        }
      }
    }
    return names;
  }

  // Words of a-z joined by dashes; the first may be a vendor prefix with digits.
  private static boolean isName(String word, int from) {
    int start = from;
    boolean first = true;
    for (int i = from; i <= word.length(); i++) {
      if (i < word.length() && word.charAt(i) != '-') {
        continue;
      }
      boolean prefix = first && i < word.length();
      if (i == start || !isPlain(word, start, i, prefix)) {
        return false;
      }
      start = i + 1;
      first = false;
    }
    return true;
  }

  private static boolean isPlain(String word, int start, int end, boolean digits) {
    for (int i = start; i < end; i++) {
      char c = word.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      if (!letter && !(digits && c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }
}
