package dev.prospector.adapter.model;

import dev.prospector.adapter.model.internal.wire.Json;
import dev.prospector.adapter.model.internal.wire.ReadFailure;
import dev.prospector.adapter.model.internal.wire.Wire;
import dev.prospector.adapter.model.internal.wire.WireError;
import dev.prospector.adapter.model.internal.wire.WireReply;
import dev.prospector.call.Effect;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.http.HttpTransport;
import dev.prospector.model.Embedder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Vectors from a provider: OpenAI's form, Gemini's and Ollama's. Safe for several threads. */
public final class HttpEmbedder implements Embedder {

  private final HttpModelSettings settings;
  private final Wire wire;
  private final int dimensions;

  /**
   * Creates an embedder that is asked over a transport.
   *
   * @param dimensions the length of the model's vectors
   */
  public HttpEmbedder(HttpModelSettings settings, HttpTransport transport, int dimensions) {
    this.settings = settings;
    this.wire = new Wire(transport);
    this.dimensions = dimensions;
    if (settings.provider().embeddings().isEmpty()) {
      throw new IllegalArgumentException(
          settings.provider().name() + " makes no vectors: use openai, gemini or ollama");
    }
  }

  @Override
  public String name() {
    return settings.toString();
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public List<float[]> embed(List<String> texts) throws InterruptedException {
    if (texts.isEmpty()) {
      return List.of();
    }
    String url = settings.provider().base() + path();
    WireReply reply = wire.post(url, headers(), body(texts).toString(), settings.timeout());
    Optional<JsonNode> body = Json.read(reply.text());
    if (!reply.isSuccess() || body.isEmpty()) {
      WireError error =
          body.flatMap(WireError::in)
              .orElseGet(() -> new WireError(WireError.NO_STATUS, "", "", Json.object()));
      throw new ReadFailure(name(), settings.clock()).exception(reply, error);
    }
    List<float[]> vectors = vectors(body.get());
    if (vectors.size() != texts.size()) {
      throw failure(vectors.size() + " vectors for " + texts.size() + " texts");
    }
    return vectors;
  }

  private PortException failure(String what) {
    return new PortException(name(), what, RetryAdvice.never());
  }

  private String path() {
    return switch (settings.provider().embeddings()) {
      case "GEMINI" -> "/models/" + settings.model() + ":batchEmbedContents";
      case "OLLAMA" -> "/api/embed";
      default -> "/embeddings";
    };
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>(Map.of("content-type", "application/json"));
    if (!settings.key().isEmpty()) {
      String header = settings.provider().keyHeader();
      headers.put(
          header.isEmpty() ? "authorization" : header,
          header.isEmpty() ? "Bearer " + settings.key() : settings.key());
    }
    return headers;
  }

  private ObjectNode body(List<String> texts) {
    ObjectNode body = Json.object();
    if (settings.provider().embeddings().equals("GEMINI")) {
      ArrayNode requests = body.putArray("requests");
      for (String text : texts) {
        ObjectNode one = requests.addObject().put("model", "models/" + settings.model());
        one.putObject("content").putArray("parts").addObject().put("text", text);
      }
      return body;
    }
    ArrayNode input = body.put("model", settings.model()).putArray("input");
    texts.forEach(input::add);
    return body;
  }

  private List<float[]> vectors(JsonNode body) {
    List<float[]> vectors = new ArrayList<>();
    body.path("data").forEach(one -> vectors.add(vector(one.path("embedding"))));
    body.path("embeddings")
        .forEach(one -> vectors.add(vector(one.isArray() ? one : one.path("values"))));
    return vectors;
  }

  private float[] vector(JsonNode told) {
    float[] vector = told.isString() ? inBase64(told.asString()) : numbers(told);
    if (vector.length != dimensions) {
      throw failure("a vector of " + vector.length + " numbers, rather than " + dimensions);
    }
    double square = 0;
    for (float number : vector) {
      square += (double) number * number;
    }
    if (!(square > 0) || Double.isInfinite(square)) {
      throw failure("a vector without a direction");
    }
    double length = Math.sqrt(square);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }

  private static float[] numbers(JsonNode told) {
    float[] vector = new float[told.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = told.path(i).isNumber() ? (float) told.path(i).asDouble() : Float.NaN;
    }
    return vector;
  }

  /** OpenAI's shorter form: floats of four bytes, the least first. */
  private float[] inBase64(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      FloatBuffer floats = bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      float[] vector = new float[floats.remaining()];
      floats.get(vector);
      return vector;
    } catch (IllegalArgumentException e) {
      throw failure("a vector that is neither numbers nor Base64");
    }
  }
}
