package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.postal.AddressPart.Kind;
import dev.prospector.agents.contact.postal.AddressScanner.Part;
import dev.prospector.agents.contact.text.Countries;
import dev.prospector.agents.contact.text.PhraseTable;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds cities, states and countries that are named outside of full addresses. A name within a
 * longer name, such as a team's or a university's, is none; states and countries count beside
 * another part of an address or in a line of their own; towns that are not known by name alone
 * count in lists together with others.
 */
final class PlaceNames {

  private static final int BESIDE = 14;
  private static final int IN_LIST = 8;
  private static final int SHORTEST_LIST = 3;

  private static final Expression BETWEEN =
      Expression.of("[ ,/|&\\n]{1,4}(?:(?:and|or|e|y|und|et)[ ])?");

  private static final Expression LABEL =
      Expression.of("(?i)\\b(?:country|país|pais|land|pays):[ ]{0,2}$");
  private static final Expression LABELLED_CITY =
      Expression.of(
          "\\b(?i:city|town|cidade|ciudad|stad|plaats|stadt|ort|ville|localidad|localidade):["
              + " ]{0,2}(\\p{Lu}[\\p{L}'’-]{1,25}(?:[ ]\\p{Lu}[\\p{L}'’-]{1,25}){0,2})");

  private final String text;
  private final List<Part> parts;

  PlaceNames(String text, List<Part> parts) {
    this.text = text;
    this.parts = parts;
  }

  /** Adds the names to the parts. */
  void read() {
    labelled();
    List<PhraseTable.Hit> known = bounded(Towns.known(text));
    for (PhraseTable.Hit city : known) {
      if (standsAlone(city)) {
        add(Kind.CITY, city);
      }
    }
    lists(known);
    List<PhraseTable.Hit> states = bounded(States.find(text));
    row(states);
    for (PhraseTable.Hit state : states) {
      if (isBeside(state) || fillsLine(state)) {
        add(Kind.STATE, state);
      }
    }
    for (PhraseTable.Hit country : bounded(Countries.find(text))) {
      if (isBeside(country) || LABEL.matcher(before20(country.start())).find()) {
        add(Kind.COUNTRY, country);
      }
    }
  }

  /** States are meant where several stand in a row: "in Kansas, New Mexico and Utah". */
  private void row(List<PhraseTable.Hit> states) {
    List<PhraseTable.Hit> row = new ArrayList<>();
    for (PhraseTable.Hit state : states) {
      if (!row.isEmpty() && !isNext(row.get(row.size() - 1), state)) {
        close(row);
      }
      row.add(state);
    }
    close(row);
  }

  private boolean isNext(PhraseTable.Hit one, PhraseTable.Hit next) {
    return next.start() - one.end() <= IN_LIST
        && BETWEEN.isAllOf(text.substring(one.end(), Math.max(one.end(), next.start())));
  }

  private void close(List<PhraseTable.Hit> row) {
    if (row.size() >= SHORTEST_LIST) {
      row.forEach(state -> add(Kind.STATE, state));
    }
    row.clear();
  }

  private String before20(int index) {
    return text.substring(Math.max(0, index - 20), index);
  }

  /** A city that a label announces needs no table. */
  private void labelled() {
    Search matcher = LABELLED_CITY.matcher(text);
    while (matcher.find()) {
      String name = text.substring(matcher.start(1), matcher.end(1));
      add(Kind.CITY, new PhraseTable.Hit(matcher.start(1), matcher.end(1), name));
    }
  }

  private static List<PhraseTable.Hit> bounded(List<PhraseTable.Hit> hits) {
    return hits.subList(0, Math.min(hits.size(), 2 * AddressScanner.MAX_PARTS));
  }

  private void lists(List<PhraseTable.Hit> known) {
    List<PhraseTable.Hit> list = new ArrayList<>();
    for (PhraseTable.Hit town : bounded(Towns.all(text))) {
      if (!isItem(town) || Towns.isLarger(text.substring(town.start(), town.end()))) {
        continue;
      }
      if (!list.isEmpty() && town.start() - list.get(list.size() - 1).end() > IN_LIST) {
        close(list, known);
      }
      list.add(town);
    }
    close(list, known);
  }

  private void close(List<PhraseTable.Hit> list, List<PhraseTable.Hit> known) {
    boolean cities =
        list.size() >= SHORTEST_LIST
            && known.stream().anyMatch(k -> begins(k, list) || isIn(k, list));
    if (cities) {
      list.forEach(town -> add(Kind.CITY, town));
    }
    list.clear();
  }

  /** "The <b>Beverly Hills</b>, Westwood and Brentwood areas": what leads to a list is of it. */
  private static boolean begins(PhraseTable.Hit known, List<PhraseTable.Hit> list) {
    int gap = list.get(0).start() - known.end();
    return gap >= 0 && gap <= 2;
  }

  private static boolean isIn(PhraseTable.Hit known, List<PhraseTable.Hit> list) {
    return list.stream().anyMatch(town -> town.start() == known.start());
  }

  private boolean isItem(PhraseTable.Hit hit) {
    return breaks(before(hit.start())) && breaks(after(hit.end()));
  }

  private static boolean breaks(char c) {
    return ",\n/|•;&".indexOf(c) >= 0;
  }

  private boolean fillsLine(PhraseTable.Hit hit) {
    return before(hit.start()) == '\n' && after(hit.end()) == '\n';
  }

  private char before(int index) {
    int i = index - 1;
    while (i >= 0 && text.charAt(i) == ' ') {
      i--;
    }
    boolean and = i >= 3 && text.startsWith(" and", i - 3);
    return i < 0 || and ? '\n' : text.charAt(i);
  }

  private char after(int index) {
    int i = index;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    boolean and =
        text.startsWith("and ", i) || text.startsWith(". ", i) || text.startsWith(".\n", i);
    return i >= text.length() || and ? '\n' : text.charAt(i);
  }

  /** Tells whether no other capitalised word stands right before or after. */
  private boolean standsAlone(PhraseTable.Hit hit) {
    int next = hit.end() + 1;
    boolean followed =
        next < text.length()
            && text.charAt(hit.end()) == ' '
            && Character.isUpperCase(text.charAt(next))
            && !startsPlace(next);
    int i = hit.start() - 2;
    boolean spaced = i >= 0 && text.charAt(hit.start() - 1) == ' ';
    while (spaced && i > 0 && Character.isLetter(text.charAt(i - 1))) {
      i--;
    }
    boolean preceded =
        spaced
            && Character.isLetter(text.charAt(hit.start() - 2))
            && Character.isUpperCase(text.charAt(i));
    boolean hyphen = hit.end() < text.length() && "’'-".indexOf(text.charAt(hit.end())) >= 0;
    boolean university = text.startsWith(" of ", Math.max(0, hit.start() - 4));
    return !followed && !preceded && !hyphen && !university && !isAddress(hit);
  }

  /** A town within an address of the web or of e-mail: "Leeds.sales@company.example". */
  private boolean isAddress(PhraseTable.Hit hit) {
    int next = hit.end() + 1;
    return hit.end() < text.length() && "@_".indexOf(text.charAt(hit.end())) >= 0
        || next < text.length()
            && text.charAt(hit.end()) == '.'
            && Character.isLetterOrDigit(text.charAt(next));
  }

  /** Tells whether what begins at an index is a place, so that "Seattle WA" is not a name. */
  private boolean startsPlace(int index) {
    return parts.stream().anyMatch(part -> part.start() == index);
  }

  private boolean isBeside(PhraseTable.Hit hit) {
    for (Part part : parts) {
      int gap = Math.max(hit.start() - part.end(), part.start() - hit.end());
      if (gap >= 0 && gap <= BESIDE && !lettersBetween(part, hit)) {
        return true;
      }
    }
    return false;
  }

  private boolean lettersBetween(Part part, PhraseTable.Hit hit) {
    int from = Math.min(part.end(), hit.end());
    int to = Math.max(part.start(), hit.start());
    return text.substring(from, Math.max(from, to)).chars().anyMatch(Character::isLetter);
  }

  private void add(Kind kind, PhraseTable.Hit hit) {
    if (parts.size() >= AddressScanner.MAX_PARTS) {
      return;
    }
    for (Part part : parts) {
      if (part.start() < hit.end() && hit.start() < part.end()) {
        return;
      }
    }
    parts.add(new Part(kind, hit.start(), hit.end()));
  }
}
