package dev.prospector.agents.draft;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what a text must not say of itself: promises, superlatives, comparisons, earlier contact
 * that nobody recorded, and places left to be filled in. What the seller's own words hold is the
 * seller's to say.
 */
final class FindWords {

  private static final Expression PLACEHOLDER =
      Expression.of(
          "\\[[^\\]\\n"
              + "]{1,60}\\]|\\{\\{?[^}\\n"
              + "]{1,60}\\}?\\}|<[\\p{L}_ -]{2,40}>|%[\\p{Lu}_]{2,30}%|\\$\\{[^}\\n"
              + "]{1,40}\\}|_{3,}|\\bTODO\\b|(?i:\\bx{3,}\\b|\\blorem"
              + " ipsum\\b|\\blorem\\b|\\btbd\\b|\\binsert (?:your |the )?\\w{2,20}"
              + " here\\b|\\binserir \\w{2,20}\\b|\\binsira (?:o |a )?\\w{2,20}\\b|\\binsertar"
              + " \\w{2,20}\\b|\\bfulano\\b|\\bjohn doe\\b|\\bacme\\b|\\bnome da"
              + " empresa\\b|\\bnombre de la empresa\\b|\\bcompany name\\b|\\byour name\\b|\\bseu"
              + " nome\\b|\\bsu nombre\\b|\\btu nombre\\b)");

  private static final String BREAKS = ".,;:!?¿¡\n";

  private static final Map<Found.Kind, Expression> WORDS = words();

  private FindWords() {}

  private static Map<Found.Kind, Expression> words() {
    Map<Found.Kind, Expression> words = new EnumMap<>(Found.Kind.class);
    put(words, Found.Kind.PROMISE, DraftWords.PROMISES);
    put(words, Found.Kind.SUPERLATIVE, DraftWords.SUPERLATIVES);
    put(words, Found.Kind.COMPARISON, DraftWords.COMPARISONS);
    put(words, Found.Kind.CONTACT, DraftWords.CONTACTS);
    return words;
  }

  private static void put(Map<Found.Kind, Expression> words, Found.Kind kind, String any) {
    words.put(kind, Expression.of("(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])"));
  }

  static void in(String text, Grounds grounds, Spans quoted, List<Found> found) {
    Search search = PLACEHOLDER.matcher(text);
    while (search.find()) {
      if (quoted.isFree(search.start(), search.end())) {
        found.add(new Found(Found.Kind.PLACEHOLDER, search.group()));
      }
    }
    String folded = Folded.of(text);
    WORDS.forEach(
        (kind, expression) -> {
          Search words = expression.matcher(folded);
          while (words.find()) {
            String said = text.substring(words.start(), words.end());
            if (quoted.isFree(words.start(), words.end()) && !grounds.hold(said)) {
              found.add(new Found(kind, clause(text, words.start(), words.end())));
            }
          }
        });
    competitors(text, folded, grounds, quoted, found);
  }

  /** The clause in which words stand tells more than they alone. */
  private static String clause(String text, int from, int to) {
    int start = from;
    while (start > 0 && BREAKS.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    int end = to;
    while (end < text.length() && BREAKS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(start, end).strip();
  }

  private static void competitors(
      String text, String folded, Grounds grounds, Spans quoted, List<Found> found) {
    for (String competitor : grounds.competitors()) {
      String name = Folded.of(competitor).strip();
      int at = name.isEmpty() ? -1 : folded.indexOf(name);
      if (at >= 0 && quoted.isFree(at, at + name.length())) {
        found.add(new Found(Found.Kind.COMPARISON, text.substring(at, at + name.length())));
      }
    }
  }
}
