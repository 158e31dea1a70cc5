package dev.prospector.adapter.imports.internal.row;

import dev.prospector.adapter.imports.internal.column.ColumnMapping;
import dev.prospector.adapter.imports.internal.column.ColumnNames;
import dev.prospector.adapter.imports.internal.column.ColumnRole;
import dev.prospector.agents.address.WebAddress;
import dev.prospector.error.InputException;
import dev.prospector.error.NearestName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns' names.
 *
 * @param columns one for each column, all different
 * @param present whether the first row held them
 */
record CsvHeader(List<String> columns, boolean present) {

  static CsvHeader of(List<String> first, ColumnMapping mapping) {
    List<String> columns = named(first);
    List<String> missing = mapping.missing(columns);
    if (!missing.isEmpty()) {
      throw new InputException(
          NearestName.unknown("column", missing.get(0), columns) + " in the mapping of columns");
    }
    boolean known =
        mapping.find(ColumnRole.NAME, columns).isPresent()
            || mapping.find(ColumnRole.WEBSITE, columns).isPresent()
            || mapping.find(ColumnRole.DOMAIN, columns).isPresent();
    if (known) {
      return new CsvHeader(columns, true);
    }
    return new CsvHeader(untitled(first), false);
  }

  private static List<String> named(List<String> first) {
    List<String> columns = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < first.size(); i++) {
      String name = first.get(i).strip().replaceAll("\\s+", " ");
      String base = name.isEmpty() ? "column " + (i + 1) : name;
      String unique = base;
      for (int copy = 2; !taken.add(unique); copy++) {
        unique = base + " (" + copy + ")";
      }
      columns.add(unique);
    }
    return columns;
  }

  /** A list without titles is understood if it shows a website and no known title. */
  private static List<String> untitled(List<String> first) {
    int website = -1;
    int name = -1;
    for (int i = 0; i < first.size(); i++) {
      String value = first.get(i).strip();
      if (ColumnNames.isKnown(value)) {
        throw unreadable(first);
      }
      if (website < 0 && WebAddress.parseTyped(value).address().isPresent()) {
        website = i;
      } else if (name < 0 && value.chars().anyMatch(Character::isLetter)) {
        name = i;
      }
    }
    if (website < 0) {
      throw unreadable(first);
    }
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      columns.add(i == website ? "website" : i == name ? "name" : "column " + (i + 1));
    }
    return columns;
  }

  private static InputException unreadable(List<String> first) {
    return new InputException(
        "no column is known to hold a company's name or website; the columns are "
            + String.join(", ", first)
            + ": say which is which, such as name="
            + first.get(0).strip());
  }
}
