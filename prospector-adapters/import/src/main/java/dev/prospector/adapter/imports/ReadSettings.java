package dev.prospector.adapter.imports;

import dev.prospector.adapter.imports.internal.column.ColumnRole;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.NearestName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows of a list are read, and which columns mean what.
 *
 * <p>Immutable.
 */
public final class ReadSettings {

  private static final ReadSettings DEFAULTS =
      new ReadSettings(Map.of(), RowRange.ALL, Long.MAX_VALUE);

  private final Map<ColumnRole, String> columns;
  private final RowRange range;
  private final long limit;

  private ReadSettings(Map<ColumnRole, String> columns, RowRange range, long limit) {
    this.columns = Map.copyOf(columns);
    this.range = range;
    this.limit = limit;
  }

  /** Returns settings that read all rows and know columns by their names. */
  public static ReadSettings defaults() {
    return DEFAULTS;
  }

  /**
   * Returns these settings with columns whose meaning is said rather than guessed.
   *
   * @param named for each meaning, such as {@code name}, {@code website} or {@code
   *     registration_number}, the column as the file names it
   * @throws ConfigurationException if there is no such meaning, naming the nearest
   */
  public ReadSettings withColumns(Map<String, String> named) {
    Map<ColumnRole, String> roles = new EnumMap<>(ColumnRole.class);
    List<String> problems = new ArrayList<>();
    named.forEach(
        (meaning, column) ->
            ColumnRole.of(meaning)
                .ifPresentOrElse(
                    role -> roles.put(role, column),
                    () -> problems.add(NearestName.unknown("meaning", meaning, ColumnRole.KEYS))));
    if (!problems.isEmpty()) {
      throw new ConfigurationException("column mapping", problems);
    }
    return new ReadSettings(roles, range, limit);
  }

  /** Returns these settings for some of the rows. */
  public ReadSettings withRange(RowRange newRange) {
    return new ReadSettings(columns, newRange, limit);
  }

  /**
   * Returns these settings for at most so many leads.
   *
   * @param newLimit at least 1
   */
  public ReadSettings withLimit(long newLimit) {
    if (newLimit < 1) {
      throw new IllegalArgumentException("a limit of leads is at least 1, not " + newLimit);
    }
    return new ReadSettings(columns, range, newLimit);
  }

  Map<ColumnRole, String> columns() {
    return columns;
  }

  RowRange range() {
    return range;
  }

  long limit() {
    return limit;
  }
}
