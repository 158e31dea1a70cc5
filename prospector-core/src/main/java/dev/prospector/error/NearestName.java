package dev.prospector.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what somebody who wrote an unknown name probably meant. */
public final class NearestName {

  private static final int SHOWN = 40;

  private NearestName() {}

  /** Returns a sentence that names the nearest known name, or all when none is near. */
  public static String unknown(String kind, String written, Collection<String> known) {
    return "unknown "
        + kind
        + " '"
        + written
        + "': "
        + nearest(written, known)
            .map(name -> "did you mean '" + name + "'?")
            .orElse("known are " + shown(known));
  }

  private static String shown(Collection<String> known) {
    String some = known.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return known.size() <= SHOWN ? some : some + " and " + (known.size() - SHOWN) + " more";
  }

  private static Optional<String> nearest(String written, Collection<String> known) {
    String word = plain(written);
    return known.stream()
        .filter(name -> distance(word, plain(name)) <= Math.max(1, name.length() / 3))
        .min(Comparator.comparingInt(name -> distance(word, plain(name))));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  /** Levenshtein's distance. */
  private static int distance(String one, String other) {
    if (one.length() > 60) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + cost);
        diagonal = row[j];
        row[j] = best;
      }
    }
    return row[other.length()];
  }
}
