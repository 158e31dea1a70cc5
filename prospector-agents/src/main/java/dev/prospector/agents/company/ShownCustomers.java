package dev.prospector.agents.company;

import dev.prospector.agents.contact.people.NamedPerson;
import dev.prospector.agents.contact.text.PageLines.Line;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.page.CustomerHeadings;
import dev.prospector.agents.page.layout.PageRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The customers that a page names in lines or logos under a heading that says so. */
final class ShownCustomers {

  private static final int LONGEST = 40;
  private static final int MOST_WORDS = 5;
  private static final Expression GENERIC =
      Expression.of(
          "(?iu)(?<![\\p{L}\\d])(?:logo(?:tipo|marca)?s?|clientes?|clients?|customers?|kunden?|parceiros?|partners?|image[nm]?|imagem|foto|picture|brand|marca|banner|icon|slide|da|do|of|de|empresa|company|png|jpe?g|svg)(?![\\p{L}])[ :_\\d-]{0,6}");

  private static final Expression BEFORE_TITLE = Expression.of(" ?[,(]| [–-] ");

  private ShownCustomers() {}

  /** Returns the lines that are names of customers. */
  static List<Line> in(List<Line> lines) {
    List<Line> names = new ArrayList<>();
    boolean open = false;
    for (Line line : lines) {
      if (line.role() == PageRole.OTHERS) {
        if (open && isName(line.text()) && !isStaff(line.text())) {
          names.add(line);
        }
      } else {
        open = CustomerHeadings.isOne(line.text());
      }
    }
    return names;
  }

  /** "Ann Lee, Account Manager" is whom customers write to, or who wrote for one of them. */
  private static boolean isStaff(String text) {
    Search end = BEFORE_TITLE.matcher(text);
    return end.find() && NamedPerson.isTitled(text, 0, end.start());
  }

  /**
   * Returns the name in a logo's text, without words such as "logo"; empty when nothing is left.
   */
  static Optional<String> ofLogo(String alt) {
    int start = 0;
    int end = alt.length();
    for (Search generic = GENERIC.matcher(alt); generic.find(); ) {
      if (generic.start() <= start) {
        start = Math.max(start, generic.end());
      } else if (generic.end() == alt.length() || end < alt.length() && generic.end() >= end) {
        end = generic.start();
      }
    }
    String name = end > start ? alt.substring(start, end).strip() : "";
    return isName(name) ? Optional.of(name) : Optional.empty();
  }

  private static boolean isName(String text) {
    return text.length() >= 2
        && text.length() <= LONGEST
        && Character.isUpperCase(text.charAt(0))
        && text.chars().filter(c -> c == ' ').count() < MOST_WORDS
        && text.chars().filter(Character::isDigit).count() <= 3
        && ".!?:”\"".indexOf(text.charAt(text.length() - 1)) < 0
        && text.chars().noneMatch(c -> "@/|“\"".indexOf(c) >= 0);
  }
}
