package dev.prospector.agents.contact.phone;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Mexican numbers with what was dialled before them until 2019: 01 to another city, 044 and
 * 045 to a mobile telephone. Pages still show them; the ten digits after them are the number.
 */
final class MexicanNumbers {

  private static final Expression DIALLED =
      Expression.of(
          "(?<![\\d+-])\\(?0(?:1|4[45])\\)?[ .-]?(\\(?\\d{2,3}\\)?[ .-]?\\d{3,4}[ .-]?\\d{2}["
              + " .-]?\\d{2})(?![\\d-])");

  private MexicanNumbers() {}

  static List<PhoneMatch> find(String text) {
    List<PhoneMatch> found = new ArrayList<>();
    for (Search match = DIALLED.matcher(text); match.find(); ) {
      int start = match.start();
      int end = match.end();
      NumberingPlan.parse(match.group(1), "MX")
          .ifPresent(number -> found.add(new PhoneMatch(number, start, end, false)));
    }
    return found;
  }
}
