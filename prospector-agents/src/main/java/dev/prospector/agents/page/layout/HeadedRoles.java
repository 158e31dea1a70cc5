package dev.prospector.agents.page.layout;

import dev.prospector.agents.internal.Expression;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Tells the role of lines by their words: what stands under a heading such as "Our clients", a
 * saying with the name of who said it, the builder's credit, a customer or partner who is named,
 * rights and cookies.
 */
final class HeadedRoles {

  private static final int LONGEST_HEADING = 60;
  static final int LONGEST_NOTE = 300;

  /** So many lines after a saying may tell who said it. */
  private static final int ATTRIBUTION = 3;

  /** For each firm that answers for something, the lines before it are read: a page names few. */
  private static final int MOST_FIRMS = 20;

  /** A line that only looks like a heading ranks below all that are. */
  private static final int NO_HEADING = 7;

  /** "Our customer Alder opened a branch", "Customer: Alder": about the one that it names. */
  private static final Expression NAMED_OTHER =
      Expression.of(
          "^(?iu:noss[oa]|nuestr[oa]|our|unsere?|notre|il nostro|la nostra)"
              + " (?iu:client[ea]?|cliente|"
              + "customer|kunde|kundin|parceir[oa]|partner(?:in)?|soci[oa]|fornecedora?|proveedora?|supplier|lieferant(?:in)?|fournisseur|fornitore),?"
              + " (?!(?iu:service|support|care|portal|"
              + "area|login|reviews|stories|hotline|center|centre|satisfaction|success)\\b)\\p{Lu}"
              + "|^(?iu:cliente|client|customer|kunde|auftraggeber|bauherr|opdrachtgever|contratante|committente)[ ]?:[ ]\\p{Lu}\\p{L}");

  /** What may stand before a credit: nothing, a word, or words for what was made. */
  private static final Expression BARE =
      Expression.of(
          "(?:^|[.,;:|/·•–—©(]|\\s-)[^\\p{L}]*(?:[\\p{L}]+\\s){0,1}$"
              + "|(?<!\\p{L})(?:web|site|sites|website|webseite|page|pagina|paginas|homepage|sitio|portal|loja|layout"
              + "|theme|tema|design|photos?|fotos?|fotografias?|bilder|images?|imagens|imagenes)(?!\\p{L})[^.|]{0,40}$");

  private static final Set<String> HEADINGS = new HashSet<>();
  private static final Set<String> BEGINNINGS = new HashSet<>();
  private static final Set<String> CUSTOMERS;
  private static final List<String> CREDIT;
  private static final List<String> RESPONSIBLE;
  private static final List<String> MAKERS;
  private static final List<String> RIGHTS;

  static {
    Vocabulary file = LineRoles.FILE;
    for (String heading : file.section("others-headings")) {
      boolean beginning = heading.endsWith("*");
      String words = beginning ? heading.substring(0, heading.length() - 1) : heading;
      (beginning ? BEGINNINGS : HEADINGS).add(words);
    }
    CUSTOMERS = Set.copyOf(file.section("customers-headings"));
    CREDIT = file.section("credit");
    RESPONSIBLE = file.section("responsible");
    MAKERS = file.section("makers");
    RIGHTS = file.section("rights");
  }

  private final List<Line> lines;
  private final PageRole[] roles;
  private final boolean[] customers;
  private boolean amongCustomers;
  private int openLevel;
  private int endOfColumn;
  private int opener;
  private int attribution;
  private @Nullable Box makersBlock;
  private int firmsAsked;

  HeadedRoles(List<Line> lines, PageRole[] roles) {
    this.lines = lines;
    this.roles = roles;
    this.customers = new boolean[roles.length];
  }

  /** Returns for each line whether what follows it stands under a heading of customers. */
  boolean[] customers() {
    return customers;
  }

  static boolean isCustomers(String text) {
    return text.length() <= LONGEST_HEADING && CUSTOMERS.contains(fold(text));
  }

  void read() {
    for (int i = 0; i < roles.length; i++) {
      Line line = lines.get(i);
      section(line, i);
      answers(line, i);
      if (roles[i] == PageRole.OWN) {
        roles[i] = role(line);
      }
      amongCustomers = isCustomers(line.text()) || amongCustomers && openLevel > 0;
      customers[i] = amongCustomers;
      attribution = saying(line.text()) ? ATTRIBUTION : attribution - 1;
    }
  }

  /** Opens and closes what stands under headings. */
  private void section(Line line, int index) {
    int level = level(line);
    boolean ends = level > 0 && level <= openLevel || level > 0 && openLevel == NO_HEADING;
    boolean beyond =
        index >= endOfColumn || openLevel == NO_HEADING && leavesTable(index) || leavesList(index);
    if (openLevel > 0 && (ends || beyond || isRights(line) || inFooter(line))) {
      openLevel = 0;
    }
    boolean alone = line.linkChars() == 0 || level > 0;
    if (openLevel == 0 && alone && isShort(line.text()) && isOthers(fold(line.text()), level > 0)) {
      openLevel = level > 0 ? level : NO_HEADING;
      endOfColumn = endOfColumn(line, index);
      opener = index;
    }
  }

  /**
   * A list, or boxes, beside the heading hold all that stands under it; a paragraph beside them is
   * the page's own again.
   */
  private boolean leavesList(int index) {
    if (openLevel == 0 || openLevel == NO_HEADING || index <= opener + 1) {
      return false;
    }
    Box around = lines.get(opener).box().parent();
    Box first = childOf(around, lines.get(opener + 1).box());
    Box here = childOf(around, lines.get(index).box());
    return first != null
        && here != null
        && !first.element().nameIs("p")
        && !first.element().nameIs("blockquote")
        && here.element().nameIs("p");
  }

  /** Returns the box around another one that stands right in a third. */
  private static @Nullable Box childOf(@Nullable Box around, Box box) {
    for (Box at = box; at != null; at = at.parent()) {
      if (at.parent() == around) {
        return at;
      }
    }
    return null;
  }

  /**
   * Rows under a plain line of a table end where another table begins, within it or behind it; what
   * stands in a table of the next row ends where the rows go on below that.
   */
  private boolean leavesTable(int index) {
    Box table = tableOf(lines.get(opener));
    if (table == null || index <= opener + 1) {
      return false;
    }
    boolean nested = tableOf(lines.get(opener + 1)) != table;
    boolean among = tableOf(lines.get(index)) == table;
    return nested ? among : !among && tableOf(lines.get(index - 1)) == table;
  }

  private static @Nullable Box tableOf(Line line) {
    Box box = line.box();
    while (box != null && !box.element().nameIs("table")) {
      box = box.parent();
    }
    return box;
  }

  /**
   * What stands under a heading ends with the column, a cell or an aside, that goes on below it.
   */
  private int endOfColumn(Line heading, int index) {
    for (Box box = heading.box(); box != null; box = box.parent()) {
      boolean column = box.element().nameIs("td") || box.element().nameIs("aside");
      if (column && box.endLine() > index + 1) {
        return box.endLine();
      }
    }
    return roles.length;
  }

  /** The line of rights is the owner's last word, below whatever stands on the page. */
  private static boolean isRights(Line line) {
    return line.text().length() <= LONGEST_NOTE && contains(fold(line.text()), RIGHTS);
  }

  private PageRole role(Line line) {
    String text = line.text();
    String folded = text.length() > LONGEST_NOTE ? "" : fold(text);
    if (openLevel > 0 && !(level(line) > 0 && isOthers(folded, true))) {
      return PageRole.OTHERS;
    }
    if (said(text) || attribution > 0 && isShort(text)) {
      return PageRole.OTHERS;
    }
    boolean credit = line.box() == makersBlock || isCredit(folded) || namesMaker(line, folded);
    if (credit && !contains(folded, RIGHTS) || NAMED_OTHER.isIn(text)) {
      return PageRole.OTHERS;
    }
    return contains(folded, RIGHTS) ? PageRole.LEGAL : PageRole.OWN;
  }

  /** "Our recipes were developed by Ann" is no credit: more words before it tell what was made. */
  private static boolean isCredit(String folded) {
    for (String phrase : CREDIT) {
      int at = folded.isEmpty() ? -1 : folded.indexOf(phrase);
      if (at >= 0 && (BARE.isIn(folded.substring(0, at)) || phrase.endsWith(":"))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Who answers for a site in law may be the agency that made it, unless the site is its own, or
   * another firm.
   */
  private boolean namesMaker(Line line, String folded) {
    return contains(folded, RESPONSIBLE) && isMaker(line, folded);
  }

  /** A label on a line of its own counts for the firm below it, up to the end of its block. */
  private void answers(Line line, int index) {
    boolean label = line.text().endsWith(":") && contains(fold(line.text()), RESPONSIBLE);
    Line next = label && index + 1 < roles.length ? lines.get(index + 1) : line;
    if (next != line && next.box() == line.box() && isMaker(next, fold(next.text()))) {
      makersBlock = line.box();
    }
  }

  private boolean isMaker(Line line, String folded) {
    if (!contains(folded, MAKERS)) {
      return ++firmsAsked <= MOST_FIRMS && ResponsibleFirm.isAnothers(lines, line, folded);
    }
    Document page = line.box().element().ownerDocument();
    return page == null || !contains(fold(page.title()), MAKERS);
  }

  /** A whole line in quotation marks is what somebody said. */
  private static boolean saying(String text) {
    return text.length() > 20
        && "“\"«„".indexOf(text.charAt(0)) >= 0
        && "”\"»“".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** A quotation with a dash and a name behind it, on one line. */
  private static boolean said(String text) {
    if (saying(text)) {
      return true;
    }
    if (text.isEmpty() || "“\"«„".indexOf(text.charAt(0)) < 0) {
      return false;
    }
    int close =
        Math.max(text.lastIndexOf('”'), Math.max(text.lastIndexOf('"'), text.lastIndexOf('»')));
    String after = close > 0 ? text.substring(close + 1).strip() : "";
    return !after.isEmpty() && "—–-".indexOf(after.charAt(0)) >= 0;
  }

  private static boolean isShort(String text) {
    return text.length() <= LONGEST_HEADING;
  }

  /** A heading may go on after such words; another line is one only if it holds nothing else. */
  private static boolean isOthers(String folded, boolean heading) {
    if (HEADINGS.contains(folded) || isBeginning(folded)) {
      return true;
    }
    for (int end = 3; heading && end < folded.length(); end++) {
      boolean word = !Character.isLetter(folded.charAt(end));
      if (BEGINNINGS.contains(folded.substring(0, end)) && (word || end > 6)) {
        return true;
      }
    }
    return false;
  }

  /** "Testimonials" is the plural of a beginning and nothing else. */
  private static boolean isBeginning(String folded) {
    int bare = Math.max(1, folded.length() - 1);
    return BEGINNINGS.contains(folded)
        || folded.endsWith("s") && BEGINNINGS.contains(folded.substring(0, bare));
  }

  private static boolean contains(String folded, List<String> phrases) {
    for (String phrase : phrases) {
      if (!folded.isEmpty() && folded.contains(phrase)) {
        return true;
      }
    }
    return false;
  }

  private static boolean inFooter(Line line) {
    for (Box box = line.box(); box != null; box = box.parent()) {
      if (box.element().nameIs("footer") || box.element().nameIs("address")) {
        return box.lineCount() > 0 && box.firstLine() >= 0 && !insideQuotation(box.element());
      }
    }
    return false;
  }

  private static boolean insideQuotation(Element element) {
    for (Element up = element; up != null; up = up.parent()) {
      if (up.nameIs("blockquote") || up.nameIs("figure")) {
        return true;
      }
    }
    return false;
  }

  private static int level(Line line) {
    String name = line.box().element().normalName();
    return line.heading() ? name.charAt(1) - '0' : 0;
  }

  static String fold(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      if (Character.getType(plain.charAt(i)) != Character.NON_SPACING_MARK) {
        folded.append(plain.charAt(i));
      }
    }
    int end = folded.length();
    while (end > 0 && ":.!… ".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    return folded.substring(0, end);
  }
}
