package dev.prospector.adapter.export.read;

import dev.prospector.lead.Company;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the import has to say about a lead. Kept with the host's own columns, under names that begin
 * with {@code prospector.}, so that it stays with the lead wherever the lead is stored.
 */
public final class ImportNotes {

  static final String PREFIX = "prospector.";
  static final String FOLDED_ROWS = PREFIX + "folded_rows";
  static final String WEBSITE_NOT_USED = PREFIX + "website_not_used";
  static final String PAGE_NOT_USED = PREFIX + "page_not_used";

  private static final Map<String, String> SENTENCES = sentences();

  private ImportNotes() {}

  private static Map<String, String> sentences() {
    Map<String, String> sentences = new LinkedHashMap<>();
    sentences.put(FOLDED_ROWS, "rows of the same company were folded into this one: ");
    sentences.put(WEBSITE_NOT_USED, "the website in the list is not used: ");
    sentences.put(PAGE_NOT_USED, "");
    return sentences;
  }

  /** Returns the notes of a company as sentences, in a fixed order. */
  public static List<String> of(Company company) {
    List<String> notes = new ArrayList<>();
    SENTENCES.forEach(
        (name, sentence) -> {
          String value = company.columns().get(name);
          if (value != null) {
            notes.add(sentence + value);
          }
        });
    return List.copyOf(notes);
  }

  /** Returns the host's own columns, without the notes, in their order. */
  public static Map<String, String> ownColumns(Company company) {
    Map<String, String> own = new LinkedHashMap<>(company.columns());
    own.keySet().removeIf(name -> name.startsWith(PREFIX));
    return own;
  }
}
