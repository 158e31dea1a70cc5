package dev.prospector.adapter.imports.internal.row;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One row for each line that holds a JSON object. */
final class JsonLineRows implements RowSource {

  private final TextLines lines;
  private final JsonCells cells;

  JsonLineRows(TextLines lines, JsonCells cells) {
    this.lines = lines;
    this.cells = cells;
  }

  @Override
  public @Nullable Row next() throws IOException {
    TextLines.Line line = lines.next();
    while (line != null && line.text().isBlank()) {
      line = lines.next();
    }
    return line == null ? null : row(line);
  }

  private Row row(TextLines.Line line) {
    if (line.cut()) {
      return Row.broken(line.number(), line.text(), "the line is too long");
    }
    try {
      JsonNode node = JsonCells.MAPPER.readTree(line.text());
      return cells.row(node, line.number(), line.number());
    } catch (JacksonException e) {
      return Row.broken(line.number(), line.text(), "no JSON: " + JsonCells.reason(e));
    }
  }

  @Override
  public Optional<String> breakOff() {
    return lines.breakOff();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
