package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.address.ParsedAddress;
import dev.prospector.agents.address.WebAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rows of crawler-commons' tests: {@code weird, normal} in canonical form, or {@code base,
 * relative, resolved}, where it is enough to mean the same address. Comments begin with a number
 * sign.
 */
final class CrawlerRows {

  private static final String REFUSED = "refused";
  private static final Pattern WEB = Pattern.compile("https?://[^/?#]+.*");

  private CrawlerRows() {}

  static void measure(Path file, UrlTally tally) throws IOException {
    for (String line : Files.readAllLines(file)) {
      List<String> cells = line.isBlank() || line.startsWith("#") ? List.of() : cells(line);
      if (cells.size() == 2) {
        String expected = expected(cells.get(1));
        tally.check("canonical_accuracy", line, expected, () -> canonical(cells.get(0)));
      } else if (cells.size() == 3 && WEB.matcher(cells.get(0)).matches()) {
        String expected =
            WebAddress.parse(cells.get(2)).address().map(WebAddress::href).orElse(REFUSED);
        tally.check("canonical_accuracy", line, expected, () -> resolved(cells));
      }
    }
  }

  private static String expected(String cell) {
    return WEB.matcher(cell).matches() ? cell : REFUSED;
  }

  private static String canonical(String input) {
    return WebAddress.parseTyped(input).address().map(WebAddress::canonical).orElse(REFUSED);
  }

  private static String resolved(List<String> cells) {
    Optional<WebAddress> base = WebAddress.parse(cells.get(0)).address();
    return base.map(from -> from.resolve(cells.get(1)))
        .flatMap(ParsedAddress::address)
        .map(WebAddress::href)
        .orElse(REFUSED);
  }

  /**
   * Splits at commas outside quotes; a doubled quote within quotes is one; white space is trimmed.
   */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean doubled = quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
      if (doubled) {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
