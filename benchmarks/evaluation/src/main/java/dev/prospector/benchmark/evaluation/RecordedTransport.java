package dev.prospector.benchmark.evaluation;

import dev.prospector.http.HttpAnswer;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Answers every request with one recorded response.
 *
 * @param cut so many bytes arrive at a time
 */
record RecordedTransport(JsonNode row, int cut) implements HttpTransport {

  @Override
  public <T> T exchange(HttpRequest request, Reader<T> reader) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    row.path("response_headers")
        .properties()
        .forEach(h -> headers.put(h.getKey(), List.of(h.getValue().asString(""))));
    JsonNode json = row.path("response_json");
    String body =
        json.isObject() || json.isArray()
            ? json.toString()
            : row.path("response_text").asString("");
    InputStream pieces = new Pieces(body.getBytes(StandardCharsets.UTF_8), cut);
    try {
      return reader.read(
          HttpAnswer.received(row.path("status").asInt(0), headers, pieces, request.limits()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes that arrive a few at a time. */
  private static final class Pieces extends ByteArrayInputStream {
    private final int size;

    Pieces(byte[] bytes, int size) {
      super(bytes);
      this.size = size;
    }

    @Override
    public synchronized int read(byte[] into, int from, int most) {
      return super.read(into, from, Math.min(most, size));
    }
  }
}
