package dev.prospector.agents.page;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The lines of a page that say they are about another company: of the same name, not to be
 * confused, not connected; in a line of rights what tells of the site's maker; and what is said of
 * bodies such as authorities, chambers and insurers. What stands there, such as a phone number, is
 * not the page's own company's.
 *
 * <p>Immutable.
 */
public final class OtherCompanies {

  private static final Expression DISCLAIMER =
      Expression.of(
          "(?iu)\\b(?:também se chama|de mesmo nome|com o mesmo nome|do mesmo"
              + " nome|hom[ôo]nim[ao]s?|não confundir|não (?:nos )?confunda|(?:não"
              + " (?:temos|há|existe|tem|somos)|sem) (?:qualquer |nenhuma?"
              + " )?(?:ligação|relação|vínculo|parentesco|sócios em comum)|no (?:nos"
              + " )?confund[ai]r?|mismo nombre|homónim[ao]s?|(?:no (?:tenemos|hay|existe)|sin)"
              + " (?:ninguna )?(?:relación|vínculo)|not to be confused with|(?:of|by|with) the same"
              + " name|(?:not|in no way) (?:affiliated|associated|connected|related) (?:with|to)|no"
              + " (?:relation|connection|affiliation) (?:to|with)|unrelated company)\\b");

  /** Of these, in lower case, each disclaimer holds one: lines without are not read further. */
  private static final List<String> NEEDED =
      List.of(
          "chama",
          "nome",
          "hom",
          "confund",
          "confus",
          "liga",
          "rela",
          "nculo",
          "parentesco",
          "sócios",
          "nombre",
          "name",
          "affiliat",
          "associated",
          "connect");

  /** In a line of rights, the site's maker follows its owner. */
  private static final Expression MADE_BY =
      Expression.of(
          "(?iu)(?<!\\p{L})(?:desenvolvid[oa] p(?:or|el[oa])|criad[oa] p(?:or|el[oa])|feito"
              + " por|site por|(?:web)?site by|web ?design(?:ed)?(?: by|:| von)|designed"
              + " by|developed by|created by|made by|powered by|(?:diseñad|desarrollad|cread)[oa]"
              + " por|diseño web|réalis(?:é|ation)(?: par| ?:)|créé par|realizzat[oa] da|erstellt"
              + " von|umgesetzt von|umsetzung(?: durch)?:)(?!\\p{L})");

  /** Where the maker comes first, its owner begins here. */
  private static final Expression OWNER = Expression.of("(?i)©|\\(c\\)|copyright");

  /** Of these, in lower case, each line of rights holds one. */
  private static final List<String> RIGHTS =
      List.of("©", "copyright", "reservados", "rights", "rechte", "droits", "diritti");

  private final List<int[]> lines;

  private OtherCompanies(List<int[]> lines) {
    this.lines = lines;
  }

  /** Returns the lines of a text that are about other companies. */
  public static OtherCompanies in(String text) {
    List<int[]> lines = new ArrayList<>(Bodies.in(text));
    Search matcher = DISCLAIMER.matcher(text);
    Search maker = MADE_BY.matcher(text);
    for (int start = 0, end; start < text.length(); start = end + 1) {
      int newline = text.indexOf('\n', start);
      end = newline < 0 ? text.length() : newline;
      String lower = text.substring(start, end).toLowerCase(Locale.ROOT);
      if (NEEDED.stream().anyMatch(lower::contains) && matcher.region(start, end).find()) {
        lines.add(new int[] {start, end});
      } else if (RIGHTS.stream().anyMatch(lower::contains) && maker.region(start, end).find()) {
        Search owner = OWNER.matcher(text).region(maker.end(), end);
        lines.add(new int[] {maker.start(), owner.find() ? owner.start() : end});
      }
    }
    return new OtherCompanies(lines);
  }

  /** Returns whether a passage stands in such a line. */
  public boolean cover(int start, int end) {
    return lines.stream().anyMatch(line -> start < line[1] && end > line[0]);
  }
}
