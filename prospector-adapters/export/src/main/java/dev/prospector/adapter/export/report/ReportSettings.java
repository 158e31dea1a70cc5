package dev.prospector.adapter.export.report;

import dev.prospector.context.Language;

/**
 * How a report is made.
 *
 * <p>Immutable.
 *
 * @param title its heading
 * @param language of its labels; what agents wrote is in the language of the business context
 * @param mostCards so many leads, the best by score, are shown with all their facts; at least 1
 * @param mostRows so many more are shown in a table; 0 or more
 */
public record ReportSettings(String title, Language language, int mostCards, int mostRows) {

  /** Checks the numbers. */
  public ReportSettings {
    if (mostCards < 1 || mostRows < 0) {
      throw new IllegalArgumentException("a report shows leads: " + mostCards + ", " + mostRows);
    }
  }

  /** Returns settings for a report in English of 500 leads in full and 5,000 in a table. */
  public static ReportSettings defaults() {
    return new ReportSettings("Prospector", Language.EN, 500, 5000);
  }

  /** Returns these settings with a heading. */
  public ReportSettings withTitle(String newTitle) {
    return new ReportSettings(newTitle, language, mostCards, mostRows);
  }

  /** Returns these settings with labels in a language. */
  public ReportSettings withLanguage(Language newLanguage) {
    return new ReportSettings(title, newLanguage, mostCards, mostRows);
  }

  /** Returns these settings with so many leads in full, and so many more in a table. */
  public ReportSettings withMost(int cards, int rows) {
    return new ReportSettings(title, language, cards, rows);
  }
}
