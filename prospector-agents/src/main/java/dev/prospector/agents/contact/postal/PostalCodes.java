package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.text.ResourceLines;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.ArrayList;
import java.util.List;

/** Postal codes by the forms of their countries. */
public final class PostalCodes {

  /**
   * A postal code in a text.
   *
   * @param region its country
   * @param start index of its first character
   * @param end index after its last character
   * @param certain whether nothing else is written in this form
   */
  public record Match(String region, int start, int end, boolean certain) {}

  private record Form(String region, Expression pattern, boolean certain) {}

  private static final List<Form> FORMS =
      ResourceLines.of("postal-codes.txt").stream().map(PostalCodes::form).toList();

  private PostalCodes() {}

  private static Form form(String line) {
    String[] cells = line.split(" ", 3);
    return new Form(cells[0], Expression.of(cells[2]), cells[1].equals("certain"));
  }

  /** Returns the postal codes of a text in their order; where forms overlap the first one holds. */
  public static List<Match> find(String text) {
    List<Match> found = new ArrayList<>();
    if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
      return found;
    }
    for (Form form : FORMS) {
      Search matcher = form.pattern().matcher(text);
      while (matcher.find()) {
        Match match = new Match(form.region(), matcher.start(1), matcher.end(1), form.certain());
        if (found.stream().noneMatch(m -> m.start() < match.end() && match.start() < m.end())) {
          found.add(match);
        }
      }
    }
    found.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return found;
  }
}
