package dev.prospector.agents.contact.people;

import dev.prospector.agents.contact.text.ResourceLines;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that names of organisations end with, and those that alone make no name. */
final class OrganizationWords {

  private static final Map<String, Set<String>> WORDS = new HashMap<>();

  static {
    for (String line : ResourceLines.of("organization-words.txt")) {
      List<String> words = List.of(line.split(" "));
      WORDS.put(words.get(0), new HashSet<>(words.subList(1, words.size())));
    }
  }

  private static final Set<String> KIND = WORDS.getOrDefault("kind", Set.of());
  private static final Set<String> TRADE = WORDS.getOrDefault("trade", Set.of());
  private static final Set<String> PLAIN = WORDS.getOrDefault("plain", Set.of());

  private static final Expression ARTICLE = Expression.of("^[Tt]he ");
  private static final Expression SPACE = Expression.of(" ");

  /** Kinds that stand before what tells institutions apart. */
  private static final Expression KIND_OF =
      Expression.of(
          "\\b(?:University|Universidade|Universidad|Université|School|College|Institute|Instituto|Association|Museum|Department) (?:of|de|for) ");

  /** What announces a name and is no part of it. */
  private static final Expression LEAD =
      Expression.of(
          "^(?:.{0,40}\\b(?:Officer|CEO|CFO|CTO|Director|President|Manager|Chairman|Owner|Founder|Partner|History|Archives)[ ](?:of|at|for)(?:[ ]the)?|(?i:about|contact(?:ing)?|welcome(?: to)?|why|visit(?:ing)?|join|choose|head office|web shop for|(?:proud )?member of(?: the)?|(?:the )?team at|official website of))[ ](?!(?i:us|me|info)\\b)(?=\\p{L})");

  /** What a site says of itself after its name. */
  private static final Expression TAIL =
      Expression.of(
          "(?i)[ ,]{1,4}(?:home ?page|home|web ?site|official site|contact us|[®™]{1,4})$");

  private static final int FORM_REACH = 30;
  private static final Expression FORM_AFTER =
      Expression.of("^,?[ ]" + OrganizationScanner.FORM + "(?![\\p{L}\\d])");

  private OrganizationWords() {}

  /** Returns a name without what announces it and without marks of trade. */
  static String bare(String name) {
    return TAIL.matcher(LEAD.matcher(name.strip()).replaceFirst("")).replaceFirst("");
  }

  /** Tells whether a name ends with a word of trade, such as "Products". */
  static boolean endsInTrade(String name) {
    return TRADE.contains(name.substring(name.lastIndexOf(' ') + 1));
  }

  /** Returns the name of an institution that a run of capitalised words holds, if any. */
  static Optional<String> institution(String phrase) {
    String name = bare(afterPreposition(phrase));
    List<String> words = SPACE.split(name);
    if (words.size() < 2 || words.stream().allMatch(OrganizationWords::saysNothing)) {
      return Optional.empty();
    }
    Search of = KIND_OF.matcher(name);
    return of.find() || KIND.contains(words.get(words.size() - 1))
        ? Optional.of(name)
        : Optional.empty();
  }

  private static String afterPreposition(String phrase) {
    String lower = phrase.toLowerCase(Locale.ROOT);
    int cut = Math.max(lower.lastIndexOf(" for "), lower.lastIndexOf(" at "));
    String name = cut < 0 ? phrase : phrase.substring(phrase.indexOf(' ', cut + 1) + 1);
    return ARTICLE.matcher(name).replaceFirst("");
  }

  private static boolean saysNothing(String word) {
    return PLAIN.contains(word.toLowerCase(Locale.ROOT)) || KIND.contains(word);
  }

  /** Returns whether a legal form follows what stands before a text: ", S.L." and " GmbH". */
  static boolean hasForm(String after) {
    return FORM_AFTER.isIn(after.substring(0, Math.min(after.length(), FORM_REACH)));
  }
}
