package dev.prospector.agents.company;

import dev.prospector.agents.company.CompanyFact.Kind;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.page.offer.OfferWords;
import dev.prospector.agents.page.offer.OfferWords.Entry;
import dev.prospector.agents.relevance.TextPassage;
import java.util.ArrayList;
import java.util.List;

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
          "(?iu)(?:(?:nossos|nuestros) (?:principais |principales )?servi(?:ç|c|ci)os"
              + " (?:incluem|incluyen|s[aã]o|son)|our (?:main |core )?services"
              + " (?:include|are)|unsere (?:leistungen|dienstleistungen)"
              + " umfassen|(?:oferecemos|prestamos|ofrecemos|realizamos) (?:os |los )?(?:seguintes"
              + " |siguientes )?(?:servi[cç]os|servicios)(?: de| como|(?=:))|(?:we offer|we"
              + " provide)(?: the)?(?: following)? services(?: such as| like)?"
              + "|nos (?:services|prestations) (?:comprennent|incluent|sont)|nous (?:proposons|offrons) les (?:services|prestations) suivants?e?s?"
              + "|i nostri servizi (?:comprendono|includono|sono)|offriamo i seguenti servizi|wir bieten (?:ihnen )?(?:folgende|die folgenden) (?:leistungen|dienstleistungen)|onze diensten (?:zijn|omvatten)"
              + "|^(?:(?:nossos|our|nuestros|unsere|nos|i nostri|naše) )?(?:servi[cç]os|services|servicios|leistungen|prestations|servizi|služby|especialidades|specialties|specialities)(?: oferecidos| prestados| ofrecidos)?)\\s?:?\\s");
  private static final Expression PART =
      Expression.of(
          ",\\s?(?:(?:e|y|and|und|et|ed)\\s)?|;\\s?|\\s[|•·/]\\s?|\\s(?:e|y|and|und|et|ed)\\s");

  private final String text;
  private final List<TextPassage> lines;
  private final List<CompanyFact> found = new ArrayList<>();

  private ServiceLists(String text, List<TextPassage> lines) {
    this.text = text;
    this.lines = lines;
  }

  /** Reads a page's text without its mark-up; with it, lists are told by the tree of the page. */
  static List<CompanyFact> find(String text, List<TextPassage> lines, boolean plain) {
    ServiceLists lists = new ServiceLists(text, lines);
    for (int i = 0; i < lines.size(); i++) {
      if (OfferWords.isHeading(lists.line(i))) {
        if (plain) {
          lists.found.addAll(lists.itemsAfter(i));
        }
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
      if (OfferWords.entry(line(i)) == Entry.NEUTRAL && !OfferWords.isHeading(line(i))) {
        continue;
      }
      if (menu(line(i)) || far(i, heading) || prose > LONGEST_CARD) {
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
    return gap.lines().allMatch(line -> line.isBlank() || OfferWords.entry(line) == Entry.NEUTRAL);
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
      if (OfferWords.entry(value) == Entry.OFFER) {
        items.add(new CompanyFact(Kind.SERVICE, value, start, passage.start() + end, passage));
      }
    }
  }

  private static boolean item(String line) {
    return OfferWords.entry(line) == Entry.OFFER && OfferWords.title(line).equals(line);
  }

  /** Says whether a line is what menus hold beside services. */
  private static boolean menu(String line) {
    boolean title =
        line.length() <= LONGEST_ITEM && ".!?".indexOf(line.charAt(line.length() - 1)) < 0;
    return OfferWords.isHeading(line) || title && OfferWords.entry(line) == Entry.OTHER;
  }

  private CompanyFact stripped(TextPassage line) {
    int start = line.start();
    while (start < line.end() - 1 && DECORATION.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return new CompanyFact(
        Kind.SERVICE, text.substring(start, line.end()), start, line.end(), line);
  }
}
