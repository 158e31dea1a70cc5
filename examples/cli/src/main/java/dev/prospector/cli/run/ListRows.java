package dev.prospector.cli.run;

import dev.prospector.adapter.imports.ReadSettings;
import dev.prospector.adapter.imports.RowRange;
import dev.prospector.error.InputException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which rows of a list are read, and how.
 *
 * @param columns what columns mean, if their names do not say it
 * @param range which rows; all if empty
 * @param limit at most so many leads; all if empty
 */
public record ListRows(Map<String, String> columns, Optional<String> range, OptionalLong limit) {

  /** Fixes the columns. */
  public ListRows {
    columns = Map.copyOf(columns);
  }

  public static ListRows all() {
    return new ListRows(Map.of(), Optional.empty(), OptionalLong.empty());
  }

  public ReadSettings settings() {
    try {
      ReadSettings settings = ReadSettings.defaults().withColumns(columns);
      if (range.isPresent()) {
        settings = settings.withRange(RowRange.parse(range.get()));
      }
      return limit.isPresent() ? settings.withLimit(limit.getAsLong()) : settings;
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }
}
