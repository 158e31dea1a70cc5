package dev.prospector.adapter.export.write;

import dev.prospector.adapter.export.internal.ControlCharacters;
import dev.prospector.adapter.export.internal.PartFile;
import dev.prospector.adapter.export.record.LeadRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one JSON object for each lead and line, as {@code docs/output.md} describes it. Each line
 * is handed to the file as soon as it is written; the same leads give the same bytes.
 */
public final class JsonLinesWriter implements LeadWriter {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private final Path file;
  private final OutputStream out;
  private final @Nullable PartFile target;

  private JsonLinesWriter(Path file, OutputStream out, @Nullable PartFile target) {
    this.file = file;
    this.out = out;
    this.target = target;
  }

  /**
   * Returns a writer to a file, which is replaced when it is finished; one that ends in {@code .gz}
   * is compressed.
   */
  public static JsonLinesWriter to(Path file) {
    PartFile target = PartFile.open(file);
    return new JsonLinesWriter(file, target.out(), target);
  }

  /**
   * Returns a writer to a stream, such as standard output; it is closed with the writer.
   *
   * @param name of the stream, for messages
   */
  public static JsonLinesWriter on(OutputStream out, String name) {
    return new JsonLinesWriter(Path.of(name), out, null);
  }

  @Override
  public void write(LeadRecord lead) {
    try {
      // Through a text, so that half a surrogate pair becomes "?" here as in the kept texts.
      String line = ControlCharacters.escaped(JSON.writeValueAsString(lead.fields())) + "\n";
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw PartFile.failed(file, e);
    }
  }

  @Override
  public void finish() {
    try {
      if (target == null) {
        out.flush();
      } else {
        target.finish();
      }
    } catch (IOException e) {
      throw PartFile.failed(file, e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw PartFile.failed(file, e);
    }
  }
}
