package dev.prospector.agents.company;

import dev.prospector.agents.company.CompanyFact.Kind;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.relevance.TextPassage;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds services and products: short lines after a line such as "Our services", cards of a title
 * and its text, and sentences that list them. What else stands in a menu ends a list.
 */
final class ServiceLists {

  private static final int LEAST_ITEMS = 3;
  private static final int LEAST_CARDS = 2;
  private static final int MOST_ITEMS = 20;
  private static final int LONGEST_ITEM = 60;
  private static final int MOST_LINES = 80;

  /** So many lines of text belong to one card. */
  private static final int LONGEST_CARD = 4;

  /** So much text may stand between a heading and its list. */
  private static final int LONGEST_LEAD = 300;

  private static final String DECORATION = "•·*-–—>»✓✔▪●:. \t";
  private static final Expression LISTING =
      Expression.of(
          "(?iu)(?:(?:nossos|nuestros) (?:principais |principales )?servi(?:ç|c|ci)os (?:incluem|incluyen|s[aã]o|son)"
              + "|our (?:main |core )?services (?:include|are)|unsere (?:leistungen|dienstleistungen) umfassen"
              + "|(?:oferecemos|prestamos|ofrecemos|realizamos) (?:os |los )?(?:seguintes |siguientes )?(?:servi[cç]os|servicios) (?:de|como)"
              + "|(?:we offer|we provide)(?: the)?(?: following)? services(?: such as| like)?"
              + "|^(?:servi[cç]os|services|servicios|leistungen|especialidades|specialties|specialities))\\s?:?\\s");
  private static final Expression PART =
      Expression.of(",\\s?(?:(?:e|y|and|und)\\s)?|;\\s?|\\s(?:e|y|and|und)\\s");

  private final String text;
  private final List<TextPassage> lines;
  private final List<CompanyFact> found = new ArrayList<>();

  private ServiceLists(String text, List<TextPassage> lines) {
    this.text = text;
    this.lines = lines;
  }

  static List<CompanyFact> find(String text, List<TextPassage> lines) {
    ServiceLists lists = new ServiceLists(text, lines);
    for (int i = 0; i < lines.size(); i++) {
      if (FactPatterns.SERVICE_HEADINGS.contains(folded(lists.line(i)))) {
        lists.found.addAll(lists.itemsAfter(i));
      } else {
        lists.listed(lines.get(i));
      }
    }
    return lists.found;
  }

  private String line(int index) {
    return lines.get(index).of(text);
  }

  /** Reads titles with or without text below each, until something else begins. */
  private List<CompanyFact> itemsAfter(int heading) {
    List<CompanyFact> items = new ArrayList<>();
    int prose = 0;
    int cards = 0;
    int last = Math.min(lines.size(), heading + MOST_LINES);
    for (int i = heading + 1; i < last && items.size() < MOST_ITEMS; i++) {
      String folded = folded(line(i));
      if (FactPatterns.BUTTONS.contains(folded)) {
        continue;
      }
      if (menu(folded) || far(i, heading) || prose > LONGEST_CARD) {
        break;
      }
      if (item(line(i))) {
        items.add(stripped(lines.get(i)));
        prose = 0;
      } else {
        prose++;
        cards += prose == 1 && !items.isEmpty() ? 1 : 0;
      }
    }
    return kept(items, cards, heading);
  }

  /** Cards are titles with text; what has text only after the first is a heading of its own. */
  private List<CompanyFact> kept(List<CompanyFact> items, int cards, int heading) {
    int withText = withText(items);
    if (cards >= LEAST_CARDS && withText >= LEAST_CARDS) {
      return items.subList(0, withText);
    }
    List<CompanyFact> together = new ArrayList<>();
    int end = lines.get(heading).end();
    for (CompanyFact item : items) {
      String gap = text.substring(end, item.sentence().start());
      boolean joined = together.isEmpty() ? gap.length() <= LONGEST_LEAD : onlyButtons(gap);
      if (!joined) {
        break;
      }
      together.add(item);
      end = item.sentence().end();
    }
    return together.size() < LEAST_ITEMS ? List.of() : together;
  }

  private static boolean onlyButtons(String gap) {
    return gap.lines()
        .map(ServiceLists::folded)
        .allMatch(line -> line.isEmpty() || FactPatterns.BUTTONS.contains(line));
  }

  /** How many of the first items are cards: each followed by text before the next. */
  private int withText(List<CompanyFact> items) {
    int count = 0;
    for (int i = 0; i < items.size(); i++) {
      int end = items.get(i).sentence().end();
      int next = i + 1 < items.size() ? items.get(i + 1).sentence().start() : text.length();
      if (text.substring(end, Math.min(next, end + 400)).isBlank()) {
        break;
      }
      count++;
    }
    return count;
  }

  private boolean far(int index, int heading) {
    String gap = text.substring(lines.get(index - 1).end(), lines.get(index).start());
    return gap.chars().filter(c -> c == '\n').count() > (index == heading + 1 ? 2 : 1);
  }

  /** Reads a sentence that lists services after words that say so. */
  private void listed(TextPassage passage) {
    String sentence = passage.of(text);
    Search listing = LISTING.matcher(sentence);
    if (!listing.find()) {
      return;
    }
    int from = listing.end();
    Search part = PART.matcher(sentence);
    List<CompanyFact> items = new ArrayList<>();
    while (part.find()) {
      if (part.start() >= from) {
        add(items, passage, sentence, from, part.start());
        from = part.end();
      }
    }
    add(items, passage, sentence, from, sentence.length());
    if (items.size() >= LEAST_CARDS) {
      found.addAll(items);
    }
  }

  private static void add(
      List<CompanyFact> items, TextPassage passage, String sentence, int from, int to) {
    int end = to;
    while (end > from && ".;: ".indexOf(sentence.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = passage.start() + from;
    if (end - from >= 3 && end - from <= LONGEST_ITEM) {
      String value = sentence.substring(from, end);
      items.add(new CompanyFact(Kind.SERVICE, value, start, passage.start() + end, passage));
    }
  }

  private static boolean item(String line) {
    String folded = folded(line);
    char last = line.charAt(line.length() - 1);
    return folded.length() >= 3
        && folded.length() <= LONGEST_ITEM
        && ".!?:".indexOf(last) < 0
        && "[@/|©".chars().noneMatch(c -> line.indexOf(c) >= 0)
        && line.chars().filter(Character::isDigit).count() < 3
        && line.chars().anyMatch(Character::isLetter);
  }

  /** Says whether a line is what menus hold beside services. */
  private static boolean menu(String folded) {
    return FactPatterns.NOT_SERVICES.contains(folded)
        || FactPatterns.SERVICE_HEADINGS.contains(folded);
  }

  private CompanyFact stripped(TextPassage line) {
    int start = line.start();
    while (start < line.end() - 1 && DECORATION.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return new CompanyFact(
        Kind.SERVICE, text.substring(start, line.end()), start, line.end(), line);
  }

  private static String folded(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && DECORATION.indexOf(line.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && DECORATION.indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    String plain = Normalizer.normalize(line.substring(start, end), Normalizer.Form.NFC);
    return plain.toLowerCase(Locale.ROOT);
  }
}
