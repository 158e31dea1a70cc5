package dev.prospector.lead;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the import has to say about a lead, in sentences. Kept with the host's own columns, under
 * names that begin with {@value #PREFIX}, so that it stays with the lead wherever the lead is
 * stored.
 */
public final class ImportNotes {

  /** What the names of notes begin with; no column of a list is stored under such a name. */
  public static final String PREFIX = "prospector.";

  private ImportNotes() {}

  /** Returns the notes of a company as sentences, in their order. */
  public static List<String> of(Company company) {
    return company.columns().entrySet().stream()
        .filter(column -> isNote(column.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Returns whether what is kept under that name is a note, not a column of the host. */
  public static boolean isNote(String column) {
    return column.startsWith(PREFIX);
  }

  /** Returns the host's own columns, without the notes, in their order. */
  public static Map<String, String> ownColumns(Company company) {
    Map<String, String> own = new LinkedHashMap<>(company.columns());
    own.keySet().removeIf(ImportNotes::isNote);
    return own;
  }
}
