package dev.prospector.adapter.imports.internal.row;

import dev.prospector.evidence.Snapshot;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in a list.
 *
 * @param number the row's number in the list, with which its address ends; the line for texts
 * @param line the line on which it begins
 * @param columns of the list, or of this row where each names its own, those that are empty as well
 * @param cells the values by column, exactly as written, those that are not empty
 * @param pages what else came with the row
 * @param problem why it cannot be read at all, null if it can
 */
public record Row(
    long number,
    long line,
    List<String> columns,
    Map<String, String> cells,
    List<Snapshot> pages,
    @Nullable Problem problem) {

  /**
   * Why a row cannot be read.
   *
   * @param value what stands there
   * @param reason a sentence without a full stop
   */
  public record Problem(String value, String reason) {}

  static Row of(long number, long line, List<String> columns, Map<String, String> cells) {
    return new Row(number, line, columns, cells, List.of(), null);
  }

  static Row broken(long line, String value, String reason) {
    return new Row(line, line, List.of(), Map.of(), List.of(), new Problem(value, reason));
  }
}
