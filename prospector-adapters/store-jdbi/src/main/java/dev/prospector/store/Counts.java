package dev.prospector.store;

import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/** How many rows each statement of a batch changed. */
final class Counts {

  private Counts() {}

  /**
   * Executes a batch, which may be empty, and returns for each statement whether it changed any.
   */
  static List<Boolean> changed(PreparedBatch batch) {
    try (batch) {
      return batch.size() == 0
          ? List.of()
          : Arrays.stream(batch.execute()).mapToObj(count -> count > 0).toList();
    }
  }
}
