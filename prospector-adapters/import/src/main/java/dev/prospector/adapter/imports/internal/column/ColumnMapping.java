package dev.prospector.adapter.imports.internal.column;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column of a row means what. */
public final class ColumnMapping {

  private final Map<ColumnRole, String> explicit;
  private List<String> latestColumns = List.of();
  private Map<ColumnRole, String> latest = Map.of();

  public ColumnMapping(Map<ColumnRole, String> explicit) {
    this.explicit = explicit;
  }

  /** Returns the column of that meaning among these; rows mostly have the columns of the last. */
  public Optional<String> find(ColumnRole role, Collection<String> columns) {
    if (!sameAsLatest(columns)) {
      latestColumns = List.copyOf(columns);
      latest = map(latestColumns);
    }
    return Optional.ofNullable(latest.get(role));
  }

  /** Returns under which name agents see a column: what the caller said it means, or its own. */
  public String nameOf(String column) {
    for (Map.Entry<ColumnRole, String> named : explicit.entrySet()) {
      if (column.equals(latest.get(named.getKey()))) {
        return named.getKey().key();
      }
    }
    return column;
  }

  /** Returns the columns that were named by the caller but are not there. */
  public List<String> missing(Collection<String> columns) {
    Map<String, String> byPlain = byPlainName(columns);
    return explicit.values().stream()
        .filter(name -> !columns.contains(name) && !byPlain.containsKey(ColumnNames.plain(name)))
        .sorted()
        .toList();
  }

  private boolean sameAsLatest(Collection<String> columns) {
    if (columns.size() != latestColumns.size()) {
      return false;
    }
    int i = 0;
    for (String column : columns) {
      if (!column.equals(latestColumns.get(i++))) {
        return false;
      }
    }
    return true;
  }

  private Map<ColumnRole, String> map(List<String> columns) {
    Map<String, String> byPlain = byPlainName(columns);
    Map<ColumnRole, String> found = new EnumMap<>(ColumnRole.class);
    explicit.forEach(
        (role, name) -> {
          String column = columns.contains(name) ? name : byPlain.get(ColumnNames.plain(name));
          if (column != null) {
            found.put(role, column);
          }
        });
    for (ColumnRole role : ColumnRole.values()) {
      if (!explicit.containsKey(role)) {
        firstFree(ColumnNames.of(role), byPlain, found.values())
            .ifPresent(column -> found.put(role, column));
      }
    }
    return found;
  }

  private static Optional<String> firstFree(
      List<String> names, Map<String, String> byPlain, Collection<String> taken) {
    return names.stream()
        .map(byPlain::get)
        .filter(column -> column != null && !taken.contains(column))
        .findFirst();
  }

  private static Map<String, String> byPlainName(Collection<String> columns) {
    Map<String, String> byPlain = new HashMap<>();
    columns.forEach(column -> byPlain.putIfAbsent(ColumnNames.plain(column), column));
    return byPlain;
  }
}
