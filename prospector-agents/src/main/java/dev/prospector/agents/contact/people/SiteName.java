package dev.prospector.agents.contact.people;

import dev.prospector.agents.address.PublicSuffixList;
import dev.prospector.agents.contact.email.EmailFinding;
import dev.prospector.agents.contact.email.EmailKind;
import dev.prospector.agents.contact.text.ContactHints;
import dev.prospector.agents.contact.text.PageLines;
import dev.prospector.agents.contact.text.PageLines.Entry;
import dev.prospector.agents.internal.Expression;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The name of a page's site, as its domain spells it, and how near names in the text come to it.
 */
public final class SiteName {

  private static final int SHORTEST = 4;
  private static final int CLEAR = 7;
  private static final int MOST_WORDS = 5;

  /** Small words and the end of a shortened one make a name no longer than that. */
  private static final int LONGEST_OF_WORDS = 3;

  /** Words that domains leave out. */
  private static final Set<String> LINKS =
      Set.of(
          "a", "o", "e", "y", "de", "da", "do", "das", "dos", "del", "la", "el", "los", "las", "of",
          "the", "and", "und", "der", "die", "et", "du", "des", "le", "les", "di", "della", "van",
          "het");

  private static final Expression SPACE = Expression.of("\\s+");

  /** The nearness of a name that goes on beyond what the domain spells. */
  static final double BEYOND = 0.9;

  private static final double LONGEST = 1.8;
  private static final Expression OTHER = Expression.of("[^\\p{L}\\p{N}]+");
  private static final Expression MARKS = Expression.of("\\p{M}+");

  private final String name;

  private SiteName(String name) {
    this.name = name;
  }

  /** Returns the name of a site that nothing is known of. */
  public static SiteName unknown() {
    return new SiteName("");
  }

  /** Reads the page's address, else the mailboxes of the page, else what it says of itself. */
  public static SiteName of(PageLines page, ContactHints hints, List<EmailFinding> emails) {
    Optional<String> domain = ofHost(hints.url());
    if (domain.isEmpty()) {
      domain =
          page.meta().stream()
              .filter(SiteName::isAddress)
              .map(Entry::second)
              .map(SiteName::ofHost)
              .flatMap(Optional::stream)
              .findFirst();
    }
    if (domain.isEmpty()) {
      domain = ofMailboxes(emails);
    }
    return new SiteName(domain.map(SiteName::core).orElse(""));
  }

  private static boolean isAddress(Entry entry) {
    return entry.first().equals("og:url") || entry.first().equals("canonical");
  }

  private static Optional<String> ofMailboxes(List<EmailFinding> emails) {
    Map<String, Integer> counts = new TreeMap<>();
    for (EmailFinding email : emails) {
      if (email.kind() == EmailKind.ROLE || email.kind() == EmailKind.PERSONAL) {
        counts.merge(email.address().substring(email.address().indexOf('@') + 1), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  private static Optional<String> ofHost(String url) {
    try {
      return url.isEmpty() ? Optional.empty() : Optional.ofNullable(new URI(url).getHost());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String core(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    String known = PublicSuffixList.bundled().registrableDomain(lower).orElse(lower);
    return squashed(known.substring(0, Math.max(0, known.indexOf('.'))));
  }

  /** Returns the letters and digits of a name in lower case without marks. */
  static String squashed(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return OTHER.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** Tells whether nothing says what the site is called. */
  boolean isUnknown() {
    return name.isEmpty();
  }

  /** Returns what is left of the domain without a name that it holds; empty if it does not. */
  String without(String phrase) {
    String squashed = squashed(phrase);
    boolean held = squashed.length() >= SHORTEST && name.contains(squashed);
    return held ? name.replace(squashed, "") : "";
  }

  /** Returns how much of the domain a name spells, 0..1; 1 when both are the same. */
  double nearness(String phrase) {
    return phrase.indexOf('&') < 0
        ? near(phrase)
        : Math.max(near(phrase), near(phrase.replace("&amp;", "&").replace("&", " and ")));
  }

  private double near(String phrase) {
    double inOrder = inOrder(squashed(phrase), phrase);
    return inOrder >= BEYOND ? inOrder : Math.max(inOrder, ofWords(phrase));
  }

  /**
   * Domains leave out small words and turn the others round: "inmobiliariasur" is "Inmobiliaria del
   * Sur", "contabilprisma" is "Prisma Contabilidade". All of the domain must be words, or for one
   * of them its beginning.
   */
  private double ofWords(String phrase) {
    boolean may =
        name.length() >= CLEAR
            && phrase.length() >= name.length()
            && phrase.length() <= LONGEST_OF_WORDS * name.length();
    return may ? ofWritten(phrase) : 0;
  }

  private double ofWritten(String phrase) {
    List<String> written = SPACE.split(phrase.replace("&", " ").strip());
    boolean links = isLink(written.get(0)) || isLink(written.get(written.size() - 1));
    List<String> words =
        written.stream()
            .filter(word -> !isLink(word))
            .map(SiteName::squashed)
            .filter(word -> !word.isEmpty())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    boolean read = !links && words.size() > 1 && words.size() <= MOST_WORDS;
    return read ? covered(words) : 0;
  }

  /** Returns 1 where the words make up the domain, the longest first; less if one is shortened. */
  private double covered(List<String> words) {
    String left = name;
    String shortened = "";
    for (String word : words) {
      int at = left.indexOf(word);
      if (at < 0 && !shortened.isEmpty()) {
        return 0;
      }
      shortened = at < 0 ? word : shortened;
      left = at < 0 ? left : left.substring(0, at) + ' ' + left.substring(at + word.length());
    }
    String rest = left.strip();
    boolean whole = (rest.isEmpty() || LINKS.contains(rest)) && shortened.isEmpty();
    boolean beginning = rest.length() >= SHORTEST && shortened.startsWith(rest);
    return whole ? 1 : beginning ? BEYOND : 0;
  }

  private static boolean isLink(String word) {
    return LINKS.contains(word.toLowerCase(Locale.ROOT));
  }

  private double inOrder(String squashed, String phrase) {
    if (name.length() < SHORTEST || squashed.length() < SHORTEST) {
      return squashed.equals(name) && !name.isEmpty() ? 1 : 0;
    }
    if (name.startsWith(squashed)) {
      return squashed.length() / (double) name.length();
    }
    if (squashed.startsWith(name)) {
      boolean words = name.length() >= CLEAR || endsWord(phrase);
      return words && squashed.length() <= LONGEST * name.length() ? BEYOND : 0;
    }
    return name.contains(squashed) ? 0.8 * squashed.length() / name.length() : 0;
  }

  /** Tells whether a word of the phrase ends where the domain does. */
  private boolean endsWord(String phrase) {
    for (int i = 1; i < phrase.length(); i++) {
      if (phrase.charAt(i) == ' ' && squashed(phrase.substring(0, i)).equals(name)) {
        return true;
      }
    }
    return false;
  }
}
