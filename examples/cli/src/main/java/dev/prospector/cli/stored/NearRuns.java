package dev.prospector.cli.stored;

import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the runs that somebody may have meant who wrote another id. */
final class NearRuns {

  private static final int LOOKED_AT = 500;
  private static final int NAMED = 3;

  private NearRuns() {}

  /** Returns the nearest ids among the latest runs, the nearest first, of equals the latest. */
  static List<String> of(RunStore runs, String written) {
    return runs.list(Tenant.DEFAULT, Optional.empty(), LOOKED_AT).stream()
        .map(StoredRun::id)
        .map(RunId::value)
        .sorted(Comparator.comparingInt(id -> distance(id, written)))
        .limit(NAMED)
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
