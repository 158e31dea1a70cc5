package dev.prospector.testkit.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * Something that goes wrong at providers, as it stands on the wire.
 *
 * @param name such as {@code too many, seconds}
 * @param dialect such as {@code ANTHROPIC}
 * @param status of HTTP
 * @param headers beside those of HTTP itself
 * @param body as it is sent
 * @param expected the ending of the answer, or the kind of advice, with its milliseconds
 */
public record FailureShape(
    String name,
    String dialect,
    int status,
    Map<String, String> headers,
    String body,
    String expected) {

  private static final List<FailureShape> ALL = read();

  /** Fixes the headers. */
  public FailureShape {
    headers = Map.copyOf(headers);
  }

  /** Returns every shape in each dialect where it can occur. */
  public static List<FailureShape> all() {
    return ALL;
  }

  /**
   * Returns a shape in a dialect.
   *
   * @throws IllegalArgumentException if it does not occur there
   */
  public static FailureShape named(String name, String dialect) {
    return ALL.stream()
        .filter(shape -> shape.name().equals(name) && shape.dialect().equals(dialect))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no shape '" + name + "' in " + dialect));
  }

  private static List<FailureShape> read() {
    List<FailureShape> shapes = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(FailureShape.class.getResourceAsStream("failure-shapes.jsonl"))) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      all.lines().filter(line -> !line.isBlank()).forEach(line -> shapes.add(shape(line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(shapes);
  }

  private static FailureShape shape(String line) {
    JsonNode row = Asked.JSON.readTree(line);
    Map<String, String> headers = new LinkedHashMap<>();
    row.path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asString("")));
    return new FailureShape(
        row.path("shape").asString(""),
        row.path("dialect").asString(""),
        row.path("status").asInt(0),
        headers,
        row.path("body").asString(""),
        row.path("expect").asString(""));
  }
}
