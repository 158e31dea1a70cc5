package dev.prospector.agents.page;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.ResourceSections;
import dev.prospector.agents.internal.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Where a text tells of the bodies that watch over a company, insure it, settle its disputes or
 * have it as a member: "supervisory authority", "Handwerkskammer", "médiateur", "member of the".
 * Their addresses follow such words, in the same sentence or on the lines below a label. A site
 * whose title holds the words is such a body's own.
 */
final class Bodies {

  private static final int MOST_LINES = 4;

  private static final Map<String, List<String>> FILE =
      ResourceSections.read(Bodies.class, "bodies.txt");

  private static final Expression BODY =
      Expression.of("(?iu)(?<!\\p{L})(?:" + String.join("|", section("bodies")) + ")(?!\\p{L})");

  /** Of these, in lower case, each holds one: other lines are not read further. */
  private static final List<String> NEEDED = section("needed");

  /** What names a body, not what the company is to it, such as a member. */
  private static final Expression NAMED =
      Expression.of(
          "(?iu)kammer|behörde|vereinigung|stelle|versicher|beauftragte|authority|commissioner|ombudsman|médiateur|cnil|assureur|autori|agencia|centro|procon|garante|commissie|inspekce|úřad|officer|protec|dados|datos|dati");

  /** The number of a house, or a postal code, which the name of a body has not. */
  private static final Expression NUMBER = Expression.of("\\d{1,3}(?!\\d)|\\d{4,5}[ -]");

  /** An own label ends what is said of a body. */
  private static final Expression LABEL = Expression.of("^[^:]{2,40}:");

  private static final Expression ADDRESS =
      Expression.of("[^\\s@]{1,64}@[^\\s@]{3,80}|(?:https?://|www\\.)\\S{3,100}");

  private static final Expression SENTENCE_END =
      Expression.of("(?<![ .]\\p{L}{1,3}|[Ss]tr|\\d)[.!?](?=[ ]\\p{Lu})|[|•]");

  private static final Expression POSTAL = Expression.of("(?<!\\d)\\d{4,5}(?:-\\d{3})?[ ]\\p{Lu}");

  private Bodies() {}

  private static List<String> section(String name) {
    return Objects.requireNonNull(FILE.get(name), name);
  }

  /** Returns the stretches of a text that tell of such bodies, each as its start and its end. */
  static List<int[]> in(String text) {
    List<int[]> stretches = new ArrayList<>();
    String title = line(text, 0).toLowerCase(Locale.ROOT);
    Search body = BODY.matcher(text);
    for (int start = 0; start < text.length(); start = lineEnd(text, start) + 1) {
      int end = lineEnd(text, start);
      String lower = text.substring(start, end).toLowerCase(Locale.ROOT);
      boolean may = NEEDED.stream().anyMatch(lower::contains);
      if (may && body.region(start, end).find() && !title.contains(lower(body.group()))) {
        boolean named = body.start() == start && NAMED.isIn(body.group());
        stretches.add(new int[] {body.start(), end(text, body.end(), end, named)});
      }
    }
    return stretches;
  }

  /**
   * Where the sentence ends; behind a bare label or name of a body the lines below belong to it.
   */
  private static int end(String text, int from, int end, boolean named) {
    Search sentence = SENTENCE_END.matcher(text).region(from, end);
    if (sentence.find()) {
      return sentence.start();
    }
    return !named || NUMBER.isIn(text.substring(from, end)) ? end : below(text, end);
  }

  private static int below(String text, int end) {
    int at = end;
    for (int i = 0; i < MOST_LINES && at + 1 < text.length(); i++) {
      String line = line(text, at + 1);
      if (line.isBlank() || LABEL.isIn(line)) {
        return end;
      }
      at += 1 + line.length();
      if (POSTAL.isIn(line)) {
        return reachedBy(text, at);
      }
    }
    return end;
  }

  /** A bare e-mail or web address below the place is the body's too. */
  private static int reachedBy(String text, int end) {
    int at = end;
    while (at + 1 < text.length() && ADDRESS.isAllOf(line(text, at + 1).strip())) {
      at += 1 + line(text, at + 1).length();
    }
    return at;
  }

  private static String line(String text, int start) {
    return text.substring(start, lineEnd(text, start));
  }

  private static int lineEnd(String text, int start) {
    int newline = text.indexOf('\n', start);
    return newline < 0 ? text.length() : newline;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
