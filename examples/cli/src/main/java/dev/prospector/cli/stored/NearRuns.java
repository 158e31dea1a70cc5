package dev.prospector.cli.stored;

import dev.prospector.cli.terminal.Nearest;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import java.util.List;
import java.util.Optional;

/** Finds the runs that somebody may have meant who wrote another id. */
final class NearRuns {

  private static final int LOOKED_AT = 500;
  private static final int NAMED = 3;

  private NearRuns() {}

  /** Returns the nearest ids among the latest runs, the nearest first, of equals the latest. */
  static List<String> of(RunStore runs, String written) {
    List<String> ids =
        runs.list(Tenant.DEFAULT, Optional.empty(), LOOKED_AT).stream()
            .map(StoredRun::id)
            .map(RunId::value)
            .toList();
    return Nearest.of(ids, written, NAMED);
  }
}
