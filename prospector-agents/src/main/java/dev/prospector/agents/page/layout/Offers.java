package dev.prospector.agents.page.layout;

import dev.prospector.agents.page.offer.OfferWords;
import dev.prospector.agents.page.offer.OfferWords.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the lines that name what a company offers: the entries of the list, or the titles of the
 * cards, that stand under a heading such as "Our services" in the tree of the page. Where too much
 * below the heading is something else, such as opening hours, nothing there counts.
 */
final class Offers {

  /** So many elements up from a heading, its list may stand beside it. */
  private static final int MOST_UP = 5;

  private static final int MOST_HEADINGS = 60;
  private static final int MOST_ENTRIES = 40;

  /** A menu with more below one entry is a portal's or a shop's. */
  private static final int MOST_IN_MENU = 16;

  private static final int MOST_LINES = 200;
  private static final int LEAST = 2;
  private static final int LOWEST_RANK = 6;

  /** A heading of goods counts only where it is one of the page's own. */
  private static final int LOWEST_MAIN = 2;

  /** Lines of a block without mark-up of a list are one only if there are several. */
  private static final int LEAST_PLAIN = 3;

  /** One entry in so many may be something else, outside of menus one in any case. */
  private static final int ONE_IN = 4;

  private final List<Line> lines;
  private final PageRole[] roles;
  private final boolean[] offers;

  private Offers(List<Line> lines, PageRole[] roles) {
    this.lines = lines;
    this.roles = roles;
    this.offers = new boolean[lines.size()];
  }

  /** Returns for each line whether it names an offer. */
  static boolean[] of(List<Line> lines, PageRole[] roles) {
    Offers found = new Offers(lines, roles);
    int headings = 0;
    for (int i = 0; i < lines.size() && headings < MOST_HEADINGS; i++) {
      boolean menu = roles[i] == PageRole.NAVIGATION;
      boolean own = menu || roles[i] == PageRole.OWN;
      String text = lines.get(i).text();
      if (own
          && (menu || found.aside(i)
              ? OfferWords.isMenuHeading(text)
              : OfferWords.isHeading(text))) {
        headings++;
        found.under(i);
      }
    }
    return found.offers;
  }

  /** Side bars and footers list goods and links; what counts there must speak of services. */
  private boolean aside(int line) {
    int level = level(line);
    boolean aside = level == 0 || level > LOWEST_MAIN;
    for (Box box = lines.get(line).box(); box != null && !aside; box = box.parent()) {
      aside = box.element().nameIs("footer") || box.element().nameIs("aside");
    }
    return aside;
  }

  private void under(int heading) {
    Optional<Box> item = itemOf(heading);
    if (item.isPresent()) {
      Box box = item.get();
      accept(listIn(heading + 1, box.endLine()), heading, LEAST);
      return;
    }
    Box box = lines.get(heading).box();
    for (int up = 0; up < MOST_UP && box != null; up++, box = box.parent()) {
      int end = end(heading, box);
      if (end > heading + 1 && entries(heading, end)) {
        return;
      }
    }
  }

  /** The item of a list that a line begins: what is listed under it stands within. */
  private Optional<Box> itemOf(int heading) {
    Line line = lines.get(heading);
    for (Box box = line.box(); box != null && box.firstLine() == heading; box = box.parent()) {
      if (box.element().nameIs("li")) {
        return Optional.of(box);
      }
    }
    return Optional.empty();
  }

  /** A section ends with the element around it, or at the next heading of its own rank or above. */
  private int end(int heading, Box box) {
    int level = level(heading);
    int last = Math.min(box.endLine(), heading + MOST_LINES);
    for (int i = heading + 1; i < last; i++) {
      boolean next = level > 0 && level(i) > 0 && level(i) <= level;
      boolean elsewhere = roles[i] != roles[heading] && roles[i] != PageRole.FORM;
      if (next || elsewhere || isLike(heading, i)) {
        return i;
      }
    }
    return last;
  }

  /** A heading that is none by its tag ends before the next that looks like it. */
  private boolean isLike(int heading, int other) {
    Names names = lines.get(heading).box().names();
    return level(heading) == 0
        && !names.firstClass().isEmpty()
        && lines.get(heading).box() != lines.get(other).box()
        && names.firstClass().equals(lines.get(other).box().names().firstClass())
        && lines.get(heading).box().element().nameIs(lines.get(other).box().element().normalName())
        && OfferWords.entry(lines.get(other).text()) == Entry.OTHER;
  }

  private boolean entries(int heading, int end) {
    return accept(titles(heading + 1, end), heading, LEAST)
        || accept(listIn(heading + 1, end), heading, LEAST)
        || accept(siblings(heading + 1, end), heading, LEAST)
        || accept(buttons(heading + 1, end), heading, LEAST)
        || accept(plain(heading + 1, end), heading, LEAST_PLAIN);
  }

  /** Headings of one rank, each the title of a card, until one says something else. */
  private List<Integer> titles(int from, int end) {
    for (int rank = 1; rank <= LOWEST_RANK; rank++) {
      List<Integer> titles = new ArrayList<>();
      for (int i = from; i < end; i++) {
        boolean other = OfferWords.entry(lines.get(i).text()) == Entry.OTHER;
        if (level(i) > 0 && level(i) <= rank && other && titles.size() >= LEAST) {
          break;
        }
        if (level(i) == rank) {
          titles.add(i);
        }
      }
      if (titles.size() >= LEAST) {
        return titles;
      }
    }
    return List.of();
  }

  /** The first lines of the items of lists, not of lists within them. */
  private List<Integer> listIn(int from, int end) {
    List<Integer> items = new ArrayList<>();
    int depth = 0;
    for (int i = from; i < end; i++) {
      Optional<Box> item = itemOf(i);
      int here = item.map(Offers::depth).orElse(0);
      if (here > 0 && (depth == 0 || here == depth)) {
        depth = here;
        items.add(i);
      } else if (here == 0 && items.size() >= LEAST && OfferWords.isElse(lines.get(i).text())) {
        break;
      }
    }
    return items;
  }

  private static int depth(Box item) {
    int depth = 0;
    for (Box box = item; box != null; box = box.parent()) {
      depth += box.element().nameIs("li") ? 1 : 0;
    }
    return depth;
  }

  /** The first lines of elements that stand beside each other and are made alike: cards, terms. */
  private List<Integer> siblings(int from, int end) {
    for (int i = from; i < end; i++) {
      for (Box box = lines.get(i).box();
          box != null && box.firstLine() == i && box.endLine() <= end;
          box = box.parent()) {
        List<Integer> alike = alike(box, i, end);
        if (alike.size() >= LEAST) {
          return alike;
        }
      }
    }
    return List.of();
  }

  private List<Integer> alike(Box first, int from, int end) {
    List<Integer> alike = new ArrayList<>();
    boolean text = first.element().nameIs("p") && first.lineCount() == 1;
    for (int i = from; i < end && !text; i++) {
      for (Box box = lines.get(i).box(); box != null && box.firstLine() == i; box = box.parent()) {
        boolean same =
            besideEachOther(box, first)
                && box.element().nameIs(first.element().normalName())
                && box.names().firstClass().equals(first.names().firstClass());
        if (same) {
          alike.add(i);
          break;
        }
      }
    }
    return alike;
  }

  /** In one element, or in rows of one element that are made alike. */
  private static boolean besideEachOther(Box one, Box other) {
    Box row = one.parent();
    Box otherRow = other.parent();
    boolean rows =
        row != null
            && otherRow != null
            && row.parent() == otherRow.parent()
            && row.parent() != null
            && row.element().nameIs(otherRow.element().normalName())
            && row.names().firstClass().equals(otherRow.names().firstClass());
    return row == otherRow || rows;
  }

  /** Buttons that open the part of an accordion below each. */
  private List<Integer> buttons(int from, int end) {
    List<Integer> buttons = new ArrayList<>();
    for (int i = from; i < end; i++) {
      if (isButton(lines.get(i))) {
        buttons.add(i);
      }
    }
    return buttons;
  }

  private static boolean isButton(Line line) {
    return line.box().element().children().stream()
        .anyMatch(child -> child.nameIs("button") && child.text().strip().equals(line.text()));
  }

  /**
   * Short lines one after another, after at most one line of text; where the first has a bullet,
   * all have.
   */
  private List<Integer> plain(int from, int end) {
    List<Integer> plain = new ArrayList<>();
    for (int i = from; i < end; i++) {
      String text = lines.get(i).text();
      boolean alike =
          plain.isEmpty() || isBulleted(text) || !isBulleted(lines.get(plain.get(0)).text());
      if (alike && OfferWords.entry(text) != Entry.OTHER) {
        plain.add(i);
      } else if (!plain.isEmpty() || i > from) {
        break;
      }
    }
    return plain;
  }

  private static boolean isBulleted(String text) {
    return "•·*-–—>»✓✔▪●".indexOf(text.charAt(0)) >= 0;
  }

  /** Takes the entries if nearly all of them are offers; one about hours only drops out. */
  private boolean accept(List<Integer> entries, int heading, int least) {
    List<Integer> taken = new ArrayList<>();
    int others = 0;
    for (int line : entries) {
      Entry entry = OfferWords.entry(lines.get(line).text());
      boolean here = roles[line] == roles[heading];
      if (here && entry == Entry.OFFER) {
        taken.add(line);
      } else if (entry == Entry.OTHER && !OfferWords.isHours(lines.get(line).text())) {
        others++;
      }
    }
    boolean menu = roles[heading] == PageRole.NAVIGATION;
    boolean few = others * ONE_IN <= taken.size() + others || !menu && others == 1;
    boolean list = taken.size() >= least && few;
    int most = menu ? MOST_IN_MENU : MOST_ENTRIES;
    if (list && taken.size() <= most) {
      taken.forEach(line -> offers[line] = true);
    }
    return list;
  }

  private int level(int line) {
    Line one = lines.get(line);
    return one.heading() ? one.box().element().normalName().charAt(1) - '0' : 0;
  }
}
