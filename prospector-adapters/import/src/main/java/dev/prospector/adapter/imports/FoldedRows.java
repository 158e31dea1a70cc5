package dev.prospector.adapter.imports;

import dev.prospector.evidence.Snapshot;
import java.util.List;

/**
 * Rows that say more about the company of an earlier row.
 *
 * @param note their addresses; empty when there are none
 * @param snapshots what they bring as evidence
 */
record FoldedRows(String note, List<Snapshot> snapshots) {
  static final FoldedRows NONE = new FoldedRows("", List.of());
}
