package dev.prospector.adapter.imports.internal.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns of a list mean what. Several can mean the same, the best first: where one is empty
 * in a row, the next counts.
 */
public final class ColumnMapping {

  /** Names of a company in one list, of a person or a product in another. */
  private static final Set<String> NAME = Set.of("name", "nome", "nombre", "bezeichnung");

  /** What a company is called in a register, which says nothing about a name beside it. */
  private static final Set<String> LEGAL =
      Set.of("legal", "razao social", "razon social", "denominacion", "raison sociale");

  /** A person's position, unless there is nothing else that could be the company. */
  private static final Set<String> TITLE = Set.of("title", "titulo", "titel");

  private static final Set<ColumnRole> OF_PERSON =
      Set.of(
          ColumnRole.CONTACT_NAME,
          ColumnRole.FIRST_NAME,
          ColumnRole.LAST_NAME,
          ColumnRole.CONTACT_ROLE,
          ColumnRole.CONTACT_EMAIL,
          ColumnRole.CONTACT_PHONE);

  private final Map<ColumnRole, String> explicit;
  private List<String> latestColumns = List.of();
  private Map<ColumnRole, List<String>> latest = Map.of();

  public ColumnMapping(Map<ColumnRole, String> explicit) {
    this.explicit = explicit;
  }

  /** Returns whether a name has a meaning, by itself or by what stands beside it. */
  public static boolean isKnown(String column) {
    String plain = ColumnNames.plain(column);
    return ColumnNames.role(plain).isPresent() || NAME.contains(plain) || TITLE.contains(plain);
  }

  /** Returns the columns of that meaning, the best first; rows mostly have those of the last. */
  public List<String> all(ColumnRole role, List<String> columns) {
    if (columns != latestColumns && !columns.equals(latestColumns)) {
      latest = map(columns);
    }
    latestColumns = columns;
    return latest.getOrDefault(role, List.of());
  }

  /** Returns the best column of that meaning. */
  public Optional<String> find(ColumnRole role, List<String> columns) {
    return all(role, columns).stream().findFirst();
  }

  /** Returns whether a list names people beside companies, as the contacts of a CRM do. */
  public boolean hasPeople(List<String> columns) {
    return !all(ColumnRole.LAST_NAME, columns).isEmpty()
        || !all(ColumnRole.CONTACT_NAME, columns).isEmpty()
        || !all(ColumnRole.FIRST_NAME, columns).isEmpty();
  }

  /** Returns under which name agents see a column: what the caller said it means, or its own. */
  public String nameOf(String column) {
    for (Map.Entry<ColumnRole, String> named : explicit.entrySet()) {
      if (latest.getOrDefault(named.getKey(), List.of()).contains(column)) {
        return named.getKey().key();
      }
    }
    return column;
  }

  /** Returns the columns that were named by the caller but are not there. */
  public List<String> missing(List<String> columns) {
    Map<String, String> byPlain = byPlainName(columns);
    return explicit.values().stream()
        .filter(name -> !columns.contains(name) && !byPlain.containsKey(ColumnNames.plain(name)))
        .sorted()
        .toList();
  }

  private Map<ColumnRole, List<String>> map(List<String> columns) {
    Map<String, String> byPlain = byPlainName(columns);
    Map<ColumnRole, List<String>> found = new EnumMap<>(ColumnRole.class);
    List<String> undecided = new ArrayList<>();
    for (String column : columns) {
      String plain = ColumnNames.plain(column);
      ColumnNames.role(plain)
          .or(() -> CompoundName.role(plain))
          .ifPresentOrElse(role -> add(found, role, column), () -> undecided.add(column));
    }
    found.forEach((role, names) -> names.sort(Comparator.comparingInt(n -> rank(role, n))));
    undecided.forEach(column -> decideName(found, column));
    undecided.forEach(column -> decideTitle(found, column));
    explicit.forEach(
        (role, name) -> {
          String column = columns.contains(name) ? name : byPlain.get(ColumnNames.plain(name));
          found.values().forEach(names -> names.remove(column));
          found.put(role, new ArrayList<>(column == null ? List.of() : List.of(column)));
        });
    return found;
  }

  private static int rank(ColumnRole role, String column) {
    return ColumnNames.rank(role, ColumnNames.plain(column));
  }

  private static void add(Map<ColumnRole, List<String>> found, ColumnRole role, String column) {
    found.computeIfAbsent(role, r -> new ArrayList<>()).add(column);
  }

  /** Decides names that mean different things in different lists by what else there is. */
  private static void decideName(Map<ColumnRole, List<String>> found, String column) {
    if (!NAME.contains(withoutNumber(column))) {
      return;
    }
    boolean company =
        found.getOrDefault(ColumnRole.NAME, List.of()).stream().anyMatch(c -> !isLegal(c));
    if (has(found, ColumnRole.LAST_NAME) && !has(found, ColumnRole.FIRST_NAME)) {
      add(found, ColumnRole.FIRST_NAME, column);
    } else if (!company) {
      // Beside the name in a register it is the one that people use.
      found.computeIfAbsent(ColumnRole.NAME, r -> new ArrayList<>()).add(0, column);
    } else if (!has(found, ColumnRole.CONTACT_NAME)
        && !has(found, ColumnRole.LAST_NAME)
        && (hasPerson(found) || has(found, ColumnRole.EMAIL) || has(found, ColumnRole.PHONE))) {
      add(found, ColumnRole.CONTACT_NAME, column);
    }
  }

  private static boolean isLegal(String column) {
    String plain = ColumnNames.plain(column);
    return LEGAL.stream().anyMatch(plain::contains);
  }

  private static void decideTitle(Map<ColumnRole, List<String>> found, String column) {
    if (TITLE.contains(withoutNumber(column))) {
      boolean position = has(found, ColumnRole.NAME) || hasPerson(found);
      add(found, position ? ColumnRole.CONTACT_ROLE : ColumnRole.NAME, column);
    }
  }

  private static String withoutNumber(String column) {
    return ColumnNames.plain(column).replaceFirst(" \\d{1,2}$", "");
  }

  private static boolean hasPerson(Map<ColumnRole, List<String>> found) {
    return OF_PERSON.stream().anyMatch(role -> has(found, role));
  }

  private static boolean has(Map<ColumnRole, List<String>> found, ColumnRole role) {
    return !found.getOrDefault(role, List.of()).isEmpty();
  }

  private static Map<String, String> byPlainName(List<String> columns) {
    Map<String, String> byPlain = new HashMap<>();
    columns.forEach(column -> byPlain.putIfAbsent(ColumnNames.plain(column), column));
    return byPlain;
  }
}
