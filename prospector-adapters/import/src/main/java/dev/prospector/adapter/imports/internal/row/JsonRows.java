package dev.prospector.adapter.imports.internal.row;

import dev.prospector.adapter.imports.internal.column.ColumnMapping;
import dev.prospector.adapter.imports.internal.column.ColumnRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * One row for each object of a JSON document's lists, wherever they stand; a document that is
 * itself a company is one row.
 */
final class JsonRows implements RowSource {

  private final TextFile file;
  private final JsonParser parser;
  private final JsonCells cells;
  private final boolean single;
  private long number;
  private int lists;
  private boolean ended;
  private @Nullable String breakOff;

  private JsonRows(TextFile file, JsonCells cells, boolean single) {
    this.file = file;
    this.parser = JsonCells.MAPPER.createParser(file.reader());
    this.cells = cells;
    this.single = single;
  }

  /** Opens a document; what it says at its top about all rows is read first. */
  static JsonRows open(Path file, ColumnMapping mapping) throws IOException {
    Map<String, String> about = about(file);
    boolean single =
        mapping.find(ColumnRole.NAME, List.copyOf(about.keySet())).isPresent()
            || mapping.find(ColumnRole.WEBSITE, List.copyOf(about.keySet())).isPresent();
    return new JsonRows(TextFile.open(file), new JsonCells(about), single);
  }

  private static Map<String, String> about(Path file) throws IOException {
    Map<String, String> about = new LinkedHashMap<>();
    try (TextFile text = TextFile.open(file);
        JsonParser parser = JsonCells.MAPPER.createParser(text.reader())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return about;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME && about.size() < 100) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
          about.put(name, parser.getValueAsString(""));
        } else {
          parser.skipChildren();
        }
      }
    } catch (JacksonException e) {
      // Said with its line when the rows are read.
      return about;
    }
    return about;
  }

  @Override
  public @Nullable Row next() {
    if (ended) {
      return null;
    }
    try {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          lists++;
        } else if (token == JsonToken.END_ARRAY) {
          lists--;
        } else if (token == JsonToken.START_OBJECT && (lists > 0 || single)) {
          return row();
        } else if (lists > 0 && inList()) {
          return Row.broken(line(), parser.getValueAsString(""), "not a JSON object");
        }
      }
    } catch (JacksonException e) {
      return brokenEnd(e);
    }
    ended = true;
    breakOff = file.breakOff().map(why -> "line " + line() + ": " + why).orElse(null);
    return null;
  }

  @Override
  public Optional<String> breakOff() {
    return Optional.ofNullable(breakOff);
  }

  private boolean inList() {
    return parser.currentToken().isScalarValue() && parser.streamReadContext().inArray();
  }

  private Row row() {
    long line = line();
    JsonNode node = parser.readValueAsTree();
    return cells.row(node, ++number, line);
  }

  /** After a syntax error nothing tells where the next row begins. */
  private Row brokenEnd(JacksonException e) {
    ended = true;
    long line = Math.max(1, e.getLocation() == null ? line() : e.getLocation().getLineNr());
    String reason = "no JSON from here on: " + JsonCells.reason(e);
    breakOff = "line " + line + ": " + file.breakOff().orElse(JsonCells.reason(e));
    return Row.broken(line, "", reason);
  }

  private long line() {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  @Override
  public void close() throws IOException {
    parser.close();
    file.close();
  }
}
