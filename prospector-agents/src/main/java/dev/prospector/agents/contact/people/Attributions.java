package dev.prospector.agents.contact.people;

import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.PageLines.Line;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.List;
import java.util.Optional;

/**
 * Finds who said what stands above or before: "Rick Moss", "Ann and Tom Lee", "T. Brooks Camp Hill,
 * PA" in a line of its own below what other people say.
 */
final class Attributions {

  private static final int LONGEST = 80;
  private static final String SIGN = "^[ •·*–—-]{0,4}(?:by[ ])?";

  private static final Expression NAME =
      Expression.of(
          SIGN + "(" + PersonNames.NAME + "|" + PersonNames.CAPITALS + ")(?=$|[ ]?[,|(–:\\t-])");
  private static final Expression INITIAL =
      Expression.of(
          SIGN
              + "(\\p{Lu}\\.[ ]\\p{Lu}['’]?\\p{L}{1,20})(?=$|,|[ ]\\(|[ ]\\p{Lu}[\\p{L}"
              + " .'-]{2,30},[ ]\\p{Lu}{2}$)");
  private static final Expression ABBREVIATED =
      Expression.of(SIGN + "(\\p{Lu}\\p{Ll}{2,15}[ ]\\p{Lu}\\.)(?=$|[ ]?[,(–-])");
  private static final Expression FIRST_NAMES =
      Expression.of(
          SIGN
              + "(\\p{Lu}\\p{Ll}{2,15})(?:[ ](?:and|&|e|y|und|et)[ ](\\p{Lu}\\p{Ll}{2,15}(?:[ ]\\p{Lu}\\p{L}{2,20})?))?(?=$|[ ]?[,(]|[ ][–—-][ ])");

  private final PeopleFound found;

  Attributions(PeopleFound found) {
    this.found = found;
  }

  void read(Line line) {
    if (line.text().length() > LONGEST) {
      return;
    }
    Search name = NAME.matcher(line.text());
    if (name.find() && PersonNames.isGiven(name.group(1)) && PersonNames.mayBe(name.group(1))) {
      add(line, name, 1);
    }
    for (Expression form : List.of(INITIAL, ABBREVIATED)) {
      Search brief = form.matcher(line.text());
      boolean initial = form == INITIAL;
      if (brief.find() && (initial || PersonNames.isGiven(brief.group(1)))) {
        add(line, brief, 1);
      }
    }
    firstNames(line);
  }

  private void firstNames(Line line) {
    Search names = FIRST_NAMES.matcher(line.text());
    if (names.find() && PersonNames.isGivenAlone(names.group(1))) {
      add(line, names, 1);
      if (names.has(2) && PersonNames.isGivenAlone(names.group(2).split(" ", 2)[0])) {
        add(line, names, 2);
      }
    }
  }

  private void add(Line line, Search name, int group) {
    found.add(
        name.group(group),
        Optional.empty(),
        line.place(name.start(group), name.end(group), FoundBy.TEXT));
  }
}
