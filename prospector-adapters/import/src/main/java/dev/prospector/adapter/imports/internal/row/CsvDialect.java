package dev.prospector.adapter.imports.internal.row;

import dev.prospector.error.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the delimiter of a list: the one by which most rows have as many values as the first. */
final class CsvDialect {

  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int SAMPLE_LINES = 200;
  private static final int LONGEST_HEADER = 1 << 20;

  private CsvDialect() {}

  /** Returns the delimiter, and leaves the lines where they were, but for a line that names it. */
  static char detect(TextLines lines) throws IOException {
    List<TextLines.Line> sample = new ArrayList<>();
    int characters = 0;
    for (int i = 0; i < SAMPLE_LINES && characters < 1 << 20; i++) {
      TextLines.Line line = i == 0 ? lines.first(LONGEST_HEADER) : lines.next();
      if (line == null) {
        break;
      }
      if (i == 0 && line.cut()) {
        throw new InputException(
            "the first line has more than "
                + LONGEST_HEADER
                + " characters, and should name the columns: it is no list, or its line breaks"
                + " are lost");
      }
      sample.add(line);
      characters += line.text().length();
    }
    Character named = sample.isEmpty() ? null : named(sample.get(0).text());
    lines.putBack(named == null ? sample : sample.subList(1, sample.size()));
    return named == null ? best(sample) : named;
  }

  /** A first line such as {@code sep=;} is how Excel is told. */
  private static @Nullable Character named(String line) {
    return line.length() == 5 && line.regionMatches(true, 0, "sep=", 0, 4) ? line.charAt(4) : null;
  }

  private static char best(List<TextLines.Line> sample) {
    char best = ',';
    double highest = 0;
    for (char delimiter : DELIMITERS) {
      double score = score(sample, delimiter);
      if (score > highest) {
        highest = score;
        best = delimiter;
      }
    }
    return best;
  }

  /** The share of records with as many values as the first; more values decide between equals. */
  private static double score(List<TextLines.Line> sample, char delimiter) {
    int columns = 0;
    int records = 0;
    int alike = 0;
    CsvSplitter splitter = new CsvSplitter(delimiter, CsvSplitter.Quotes.STRICT);
    for (TextLines.Line line : sample) {
      if (line.text().isBlank() && splitter.values().isEmpty()) {
        continue;
      }
      if (splitter.add(line.text()) == CsvSplitter.State.OPEN) {
        continue;
      }
      int values = splitter.values().size();
      columns = records == 0 ? values : columns;
      alike += isAlike(splitter.values(), columns) ? 1 : 0;
      records++;
      splitter = new CsvSplitter(delimiter, CsvSplitter.Quotes.STRICT);
    }
    return columns < 2 ? 0 : (double) alike / records + Math.min(columns, 100) / 1000.0;
  }

  /** Old exports end each row but the header with a delimiter more. */
  private static boolean isAlike(List<String> values, int columns) {
    return values.size() == columns
        || values.size() == columns + 1 && values.get(columns).isBlank();
  }
}
