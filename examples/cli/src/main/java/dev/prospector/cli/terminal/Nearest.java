package dev.prospector.cli.terminal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The names that are nearest to what somebody wrote, for a message about a slip. */
public final class Nearest {

  private Nearest() {}

  /** Returns so many of the names at most, the nearest first; equals keep their order. */
  public static List<String> of(Collection<String> names, String written, int most) {
    return names.stream()
        .sorted(Comparator.comparingInt(name -> distance(name, written)))
        .limit(most)
        .toList();
  }

  /** How many letters have to be changed, added or left out to make one text of the other. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
