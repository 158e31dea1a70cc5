package dev.prospector.adapter.registry.local;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words of a company's name without accents, case, legal forms and small words. */
final class NameWords {

  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern BREAKS = Pattern.compile("[^\\p{Alnum}]");
  private static final Set<String> SMALL =
      Set.of(
          "ltda",
          "me",
          "epp",
          "eireli",
          "sa",
          "s",
          "a",
          "mei",
          "cia",
          "e",
          "de",
          "da",
          "do",
          "das",
          "dos",
          "limitada",
          "slu");
  private static final int MOST = 30;

  private NameWords() {}

  static String folded(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
    return MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT).strip();
  }

  static List<String> of(String name) {
    return Arrays.stream(BREAKS.split(folded(name)))
        .filter(word -> !word.isEmpty() && !SMALL.contains(word))
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** Returns how many of the words of both are in both, from 0 to 1. */
  static double likeness(List<String> one, List<String> other) {
    Set<String> all = new LinkedHashSet<>(one);
    all.addAll(other);
    long both = one.stream().filter(other::contains).count();
    return all.isEmpty() ? 0 : (double) both / all.size();
  }
}
