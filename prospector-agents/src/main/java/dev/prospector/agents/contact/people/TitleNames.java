package dev.prospector.agents.contact.people;

import dev.prospector.agents.contact.postal.Towns;
import dev.prospector.agents.contact.text.PageLines.Line;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.page.PageText.Region.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells which part of a page's title is the name of its company, by its domain and its lines. */
final class TitleNames {

  private static final double TITLE = 0.5;
  private static final double LEGAL_TITLE = 0.75;

  /** More than a name that the domain spells: title and a line go on beyond it alike. */
  private static final double WHOLE_LINE = 0.86;

  private static final int MAX_LINE = 500;
  private static final int MAX_LINES = 2_000;
  private static final int SHORTEST_REST = 4;
  private static final int MOST_WORDS = 5;
  private static final Expression WORD_BREAK = Expression.of("[^\\p{L}\\p{N}]+");
  private static final Expression PLACE =
      Expression.of("[ ](?:in|en|em|à|a|bei|near|at|te)[ ](?=\\p{Lu})");

  /**
   * A name at the beginning of a part.
   *
   * @param end where it ends
   * @param score 0..1
   */
  record Named(int end, double score) {}

  private final SiteName site;
  private final List<Line> text;
  private final Set<String> lines = new HashSet<>();

  TitleNames(SiteName site, List<Line> text) {
    this.site = site;
    this.text = text.stream().filter(line -> line.region() != Kind.TITLE).limit(MAX_LINES).toList();
  }

  /** Returns the name that a part of a title is, or begins with. */
  Optional<Named> in(String part, String title) {
    double near = near(part);
    if (near >= OrganizationScanner.NEAR) {
      int end = near == SiteName.BEYOND ? beforePlace(part) : part.length();
      boolean whole =
          near == SiteName.BEYOND && end == part.length() && isName(part) && isLine(part);
      double score = OrganizationScanner.DOMAIN + 0.3 * near;
      return Optional.of(new Named(end, whole ? WHOLE_LINE : score));
    }
    boolean told = isRest(part, title) || isHeadline(part);
    if (!told && OrganizationScanner.WITH_FORM.isAllOf(part)) {
      return Optional.of(new Named(part.length(), LEGAL_TITLE));
    }
    return told || site.isUnknown() && isRepeated(part)
        ? Optional.of(new Named(part.length(), TITLE))
        : Optional.empty();
  }

  /**
   * A title that begins as the domain does, and is a line of the text too, is a name as a whole.
   */
  private double near(String part) {
    double near = site.nearness(part);
    int space = part.strip().indexOf(' ');
    boolean begins =
        space > 0 && site.nearness(part.strip().substring(0, space)) >= OrganizationScanner.NEAR;
    return near < OrganizationScanner.NEAR && begins && isName(part) && isLine(part)
        ? SiteName.BEYOND
        : near;
  }

  private static boolean isName(String part) {
    return OrganizationScanner.PHRASE.isAllOf(part.strip())
        && !OrganizationScanner.GENERIC.isIn(part);
  }

  private boolean isLine(String part) {
    if (lines.isEmpty()) {
      text.stream()
          .filter(line -> line.text().length() <= OrganizationScanner.MAX_NAME)
          .forEach(line -> lines.add(SiteName.squashed(line.text())));
    }
    return lines.contains(SiteName.squashed(part));
  }

  /** "Clínica Dental Sonríe <b>en Valencia</b>": a place is no part of the name. */
  private int beforePlace(String part) {
    Search place = PLACE.matcher(part);
    boolean bare = place.find() && site.nearness(part.substring(0, place.start())) == 1;
    return bare ? place.start() : part.length();
  }

  /** "Quintal | Agência digital" under agenciaquintal: the title has the rest of the domain too. */
  private boolean isRest(String part, String title) {
    String rest = site.without(part);
    return isName(part)
        && rest.length() >= SHORTEST_REST
        && WORD_BREAK.split(title).stream().anyMatch(word -> SiteName.squashed(word).equals(rest));
  }

  /** "Office notarial Durand" under notairesdurand: a line with a word of the domain. */
  private boolean isHeadline(String part) {
    List<String> words = WORD_BREAK.split(part.strip());
    boolean name =
        words.size() > 1
            && words.size() <= MOST_WORDS
            && Character.isUpperCase(part.strip().charAt(0))
            && !OrganizationScanner.GENERIC.isIn(part)
            && !PLACE.isIn(part);
    return name
        && (isLine(part) || beginsWithLine(part))
        && words.stream().anyMatch(w -> !Towns.isWellKnown(w) && !site.without(w).isEmpty());
  }

  /** "Pereira & Albuquerque Advogados": the first words are a line of their own. */
  private boolean beginsWithLine(String part) {
    String written = part.strip();
    int second = written.indexOf(' ', written.indexOf(' ') + 1);
    for (int end = second; end > 0; end = written.indexOf(' ', end + 1)) {
      if (isLine(written.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a part of the title is a name that the text says too. */
  private boolean isRepeated(String part) {
    String name = OrganizationWords.bare(part);
    String squashed = SiteName.squashed(name);
    return isName(name)
        && text.stream()
            .filter(line -> line.text().length() <= MAX_LINE)
            .anyMatch(line -> SiteName.squashed(line.text()).contains(squashed));
  }
}
