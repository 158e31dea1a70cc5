package dev.prospector.agents.page.offer;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.ResourceSections;
import dev.prospector.agents.internal.Search;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Tells by their words headings such as "Our services", entries below them that name something
 * offered, and entries that do not: opening hours, ways to reach the company, law, slogans, dates.
 */
public final class OfferWords {

  private static final int LONGEST_HEADING = 60;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 70;
  private static final int MOST_WORDS = 9;
  private static final int MOST_DIGITS = 4;

  /** What * in a heading stands for at most. */
  private static final int MOST_BETWEEN = 3;

  private static final Expression SEPARATOR = Expression.of("\t|\\s?:\\s|\\s[–—-]\\s");

  private static final Map<String, List<String>> FILE =
      ResourceSections.read(OfferWords.class, "offers.txt");
  private static final Set<String> PLAIN_HEADINGS = new HashSet<>();
  private static final List<String[]> OPEN_HEADINGS = new ArrayList<>();
  private static final Set<String> NO_MENU = section("menu-headings");
  private static final Set<String> NEUTRAL = section("neutral");
  private static final Set<String> WHOLE = section("whole");
  private static final Set<String> WORDS = section("words");
  private static final Set<String> HOURS = section("hours");
  private static final List<String> PHRASES = List.copyOf(section("phrases"));

  private static final Expression WORD_BREAK = Expression.of("[\\s,;/()]+");

  /** Prices, times, shares, numbers of years and of customers, a town with its state, a title. */
  private static final Expression NO_OFFER =
      Expression.of(
          "[@|©®«»“”\"…]|://|www\\.|[$€£%]|r\\$|\\d\\s?(?::|h\\d|h\\s|h$|uhr|am(?![a-z])|pm(?![a-z]))"
              + "|\\d\\+|(?<!\\d)(?:19|20)\\d\\d(?!\\d)"
              + "|\\d\\s(?:anos|years|jahre|ans|anni|jaar|clientes|clients|customers|kunden|projetos|projects)"
              + "|[,/–-]\\s?(?:ac|al|am|ap|ba|ce|df|es|go|ma|mg|ms|mt|pa|pb|pe|pi|pr|rj|rn|ro|rr|rs|sc|se|sp|to|uk|usa)$"
              + "|^(?:contact|contato|contacto|kontakt)(?!\\slens|linsen)(?![a-z]{3})|^(?:for|para|fur|pour|lo"
              + " que|o que|que|what|how|como|wie|was|warum|comment|come|the|porque|nao|ce que)\\s"
              + "|^(?:dr|dra|mr|mrs|ms|sr|sra|prof)\\.?\\s"
              + "|^(?:rua|r\\.|av\\.?|avenida|alameda|travessa|rodovia|estrada|calle|c/|carretera|ctra\\.?|via|viale|piazza|corso|rue|boulevard|chemin|ul\\.)\\s.*\\d"
              + "|(?:str\\.|strasse|straße|gasse|platz|allee|weg|straat|laan|plein)\\s\\d|^\\d+\\s.*\\s(?:street|st|road|rd|avenue|ave|drive|dr|lane|ln|boulevard|blvd|way|rue|avenue|boulevard)(?![a-z])"
              + "|\\bn\\.?[º°o]\\.?\\s?\\d");

  static {
    for (String heading : section("headings")) {
      if (heading.contains("*")) {
        OPEN_HEADINGS.add(heading.split(" "));
      } else {
        PLAIN_HEADINGS.add(heading);
      }
    }
  }

  private OfferWords() {}

  private static Set<String> section(String name) {
    return new LinkedHashSet<>(Objects.requireNonNull(FILE.get(name), name));
  }

  /** What a line below such a heading is. */
  public enum Entry {
    /** Something offered. */
    OFFER,
    /** A button, or the heading once more: says nothing. */
    NEUTRAL,
    /** Something else, after which the list may well be none. */
    OTHER
  }

  /** Returns whether a line is a heading of what is offered, and nothing else. */
  public static boolean isHeading(String line) {
    if (line.length() > LONGEST_HEADING) {
      return false;
    }
    String folded = fold(line);
    if (PLAIN_HEADINGS.contains(folded)) {
      return true;
    }
    String[] words = folded.split(" ");
    return OPEN_HEADINGS.stream().anyMatch(pattern -> matches(pattern, words));
  }

  /** Returns whether such a heading counts in a menu too, where shops list their goods. */
  public static boolean isMenuHeading(String line) {
    return isHeading(line) && !NO_MENU.contains(fold(line));
  }

  /** Returns whether a line begins what is surely no list of offers, such as "Contact". */
  public static boolean isElse(String line) {
    return line.length() <= LONGEST_HEADING && WHOLE.contains(fold(line));
  }

  /** Returns the title of an entry: what stands before a colon or a dash, else all of it. */
  public static String title(String line) {
    Search separator = SEPARATOR.matcher(line);
    boolean cut =
        separator.find() && separator.start() >= SHORTEST && separator.end() < line.length();
    return cut ? line.substring(0, separator.start()) : line;
  }

  /** Returns whether a line tells when the company is open. */
  public static boolean isHours(String line) {
    return line.length() <= LONGEST && speaksOfHours(fold(line));
  }

  private static boolean speaksOfHours(String folded) {
    return WORD_BREAK.split(folded).stream().anyMatch(HOURS::contains);
  }

  /** Returns what a line is, by its title. */
  public static Entry entry(String line) {
    String title = title(line);
    String folded = fold(title);
    if (folded.length() < SHORTEST) {
      return Entry.OTHER;
    }
    if (NEUTRAL.contains(folded)) {
      return Entry.NEUTRAL;
    }
    boolean other =
        folded.length() > LONGEST
            || WHOLE.contains(folded)
            || isSentence(title)
            || title.chars().filter(Character::isDigit).count() > MOST_DIGITS
            || title.chars().noneMatch(Character::isLetter)
            || NO_OFFER.isIn(folded)
            || speaksOfElse(folded);
    return other ? Entry.OTHER : Entry.OFFER;
  }

  private static boolean isSentence(String line) {
    String text = line.strip();
    char last = text.charAt(text.length() - 1);
    return ".!?:".indexOf(last) >= 0 || text.contains(". ") || text.contains("? ");
  }

  private static boolean speaksOfElse(String folded) {
    List<String> words = WORD_BREAK.split(folded);
    return words.size() > MOST_WORDS
        || words.stream().anyMatch(WORDS::contains)
        || speaksOfHours(folded)
        || PHRASES.stream().anyMatch(phrase -> stands(folded, phrase));
  }

  /** Says whether a phrase stands at the beginning of a word. */
  private static boolean stands(String folded, String phrase) {
    int at = folded.indexOf(phrase);
    return at == 0 || at > 0 && !Character.isLetterOrDigit(folded.charAt(at - 1));
  }

  private static boolean matches(String[] pattern, String[] words) {
    int star = Arrays.asList(pattern).indexOf("*");
    int after = pattern.length - star - 1;
    int between = words.length - star - after;
    if (between < 0 || between > MOST_BETWEEN) {
      return false;
    }
    for (int i = 0; i < star; i++) {
      if (!pattern[i].equals(words[i])) {
        return false;
      }
    }
    for (int i = 1; i <= after; i++) {
      if (!pattern[pattern.length - i].equals(words[words.length - i])) {
        return false;
      }
    }
    return true;
  }

  /** Small letters without accents, bullets and closing signs. */
  private static String fold(String line) {
    String plain = Normalizer.normalize(line, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(plain.length());
    boolean space = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c <= ' ' || c == '\u00a0') {
        space = folded.length() > 0;
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        folded.append(space ? " " : "").append(c == '’' ? '\'' : c);
        space = false;
      }
    }
    return trimmed(folded.toString());
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end
        && !Character.isLetterOrDigit(text.charAt(start))
        && text.charAt(start) != '@') {
      start++;
    }
    while (end > start && ":.!?… •»>›-–—▼▾+".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }
}
