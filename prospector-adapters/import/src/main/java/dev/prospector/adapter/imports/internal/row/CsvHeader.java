package dev.prospector.adapter.imports.internal.row;

import dev.prospector.adapter.imports.internal.column.ColumnMapping;
import dev.prospector.adapter.imports.internal.column.ColumnNames;
import dev.prospector.adapter.imports.internal.column.ColumnRole;
import dev.prospector.agents.address.WebAddress;
import dev.prospector.error.InputException;
import dev.prospector.error.NearestName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns' names.
 *
 * @param columns one for each column, all different
 * @param present whether the first row held them
 */
record CsvHeader(List<String> columns, boolean present) {

  /** As many as a sheet of a spreadsheet has. */
  private static final int MOST_COLUMNS = 16_384;

  private static final int SHOWN = 12;
  private static final int LONGEST_SHOWN = 40;

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
    if (first.size() > MOST_COLUMNS) {
      throw new InputException(
          "the first row has " + first.size() + " columns; a list has at most " + MOST_COLUMNS);
    }
    List<String> columns = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    Map<String, Integer> copies = new HashMap<>();
    for (int i = 0; i < first.size(); i++) {
      String name = ColumnNames.shown(first.get(i));
      String base = name.isEmpty() ? "column " + (i + 1) : name;
      String unique = base;
      while (!taken.add(unique)) {
        unique = base + " (" + copies.merge(base, 1, (old, one) -> old + 1) + ")";
      }
      copies.putIfAbsent(base, 1);
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
      if (ColumnMapping.isKnown(value)) {
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
            + shown(first)
            + ": say which is which, such as name="
            + cut(first.get(0)));
  }

  /** An error that quotes forty thousand columns says less than one that quotes ten. */
  private static String shown(List<String> first) {
    String some = first.stream().limit(SHOWN).map(CsvHeader::cut).collect(Collectors.joining(", "));
    return first.size() <= SHOWN ? some : some + " and " + (first.size() - SHOWN) + " more";
  }

  private static String cut(String name) {
    String plain = ColumnNames.shown(name);
    return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN) + "…";
  }
}
