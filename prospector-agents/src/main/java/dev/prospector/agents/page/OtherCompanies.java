package dev.prospector.agents.page;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a page that say they are about another company: of the same name, not to be
 * confused, not connected. What stands there, such as a phone number, is not the page's own
 * company's.
 *
 * <p>Immutable.
 */
public final class OtherCompanies {

  private static final Expression DISCLAIMER =
      Expression.of(
          "(?iu)\\b(?:também se chama|de mesmo nome|com o mesmo nome|do mesmo nome|hom[ôo]nim[ao]s?|"
              + "não confundir|não (?:nos )?confunda|(?:não (?:temos|há|existe|tem|somos)|sem) "
              + "(?:qualquer |nenhuma? )?(?:ligação|relação|vínculo|parentesco|sócios em comum)|"
              + "no (?:nos )?confund[ai]r?|mismo nombre|homónim[ao]s?|"
              + "(?:no (?:tenemos|hay|existe)|sin) (?:ninguna )?(?:relación|vínculo)|"
              + "not to be confused with|(?:of|by|with) the same name|"
              + "(?:not|in no way) (?:affiliated|associated|connected|related) (?:with|to)|"
              + "no (?:relation|connection|affiliation) (?:to|with)|unrelated company)\\b");

  private final List<int[]> lines;

  private OtherCompanies(List<int[]> lines) {
    this.lines = lines;
  }

  /** Returns the lines of a text that are about other companies. */
  public static OtherCompanies in(String text) {
    List<int[]> lines = new ArrayList<>();
    Search matcher = DISCLAIMER.matcher(text);
    while (matcher.find()) {
      int start = text.lastIndexOf('\n', matcher.start()) + 1;
      int end = text.indexOf('\n', matcher.end());
      lines.add(new int[] {start, end < 0 ? text.length() : end});
    }
    return new OtherCompanies(lines);
  }

  /** Returns whether a passage stands in such a line. */
  public boolean cover(int start, int end) {
    return lines.stream().anyMatch(line -> start < line[1] && end > line[0]);
  }
}
