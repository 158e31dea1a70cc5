package dev.prospector.agents.company;

import dev.prospector.agents.company.CompanyFact.Kind;
import dev.prospector.agents.relevance.TextPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds lists of services and products: short lines that follow a line such as "Our services". A
 * menu is told from such a list by what else stands in it.
 */
final class ServiceLists {

  private static final int LEAST_ITEMS = 3;
  private static final int MOST_ITEMS = 20;
  private static final int LONGEST_ITEM = 60;
  private static final String DECORATION = "•·*-–—>»✓✔▪●:. \t";

  private ServiceLists() {}

  static List<CompanyFact> find(String text, List<TextPassage> lines) {
    List<CompanyFact> facts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (FactPatterns.SERVICE_HEADINGS.contains(folded(lines.get(i).of(text)))) {
        facts.addAll(itemsAfter(text, lines, i));
      }
    }
    return facts;
  }

  private static List<CompanyFact> itemsAfter(String text, List<TextPassage> lines, int heading) {
    List<CompanyFact> items = new ArrayList<>();
    for (int i = heading + 1; i < lines.size() && items.size() < MOST_ITEMS; i++) {
      TextPassage line = lines.get(i);
      String gap = text.substring(lines.get(i - 1).end(), line.start());
      boolean list = gap.chars().filter(c -> c == '\n').count() <= (i == heading + 1 ? 2 : 1);
      if (list && menu(folded(line.of(text)))) {
        return List.of();
      }
      if (!list || !item(line.of(text))) {
        break;
      }
      items.add(stripped(text, line));
    }
    return items.size() < LEAST_ITEMS ? List.of() : items;
  }

  private static boolean item(String line) {
    String folded = folded(line);
    char last = line.charAt(line.length() - 1);
    return folded.length() >= 3
        && folded.length() <= LONGEST_ITEM
        && ".!?:".indexOf(last) < 0
        && "[@/|".chars().noneMatch(c -> line.indexOf(c) >= 0)
        && line.chars().filter(Character::isDigit).count() < 3
        && line.chars().anyMatch(Character::isLetter);
  }

  /** Says whether a line is what menus hold beside services: then the whole is a menu. */
  private static boolean menu(String folded) {
    return FactPatterns.NOT_SERVICES.contains(folded)
        || FactPatterns.SERVICE_HEADINGS.contains(folded);
  }

  private static CompanyFact stripped(String text, TextPassage line) {
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
    return line.substring(start, end).toLowerCase(Locale.ROOT);
  }
}
