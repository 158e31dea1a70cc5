package dev.prospector.testkit.provider;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for texts, in the forms of OpenAI, Gemini and Ollama; the same for the same text. */
final class Vectors {

  static final int DIMENSIONS = 16;

  private Vectors() {}

  static boolean isAsked(String path) {
    return path.endsWith("/embeddings")
        || path.endsWith(":batchEmbedContents")
        || path.endsWith("/api/embed");
  }

  static String answer(String path, JsonNode asked) {
    ObjectNode body = Asked.JSON.createObjectNode();
    if (path.endsWith(":batchEmbedContents")) {
      ArrayNode embeddings = body.putArray("embeddings");
      for (JsonNode one : asked.path("requests")) {
        String text = one.path("content").path("parts").path(0).path("text").asString("");
        fill(embeddings.addObject().putArray("values"), of(text));
      }
      return body.toString();
    }
    boolean ollama = path.endsWith("/api/embed");
    boolean base64 = asked.path("encoding_format").asString("").equals("base64");
    ArrayNode all = body.putArray(ollama ? "embeddings" : "data");
    for (String text : texts(asked.path("input"))) {
      if (ollama) {
        fill(all.addArray(), of(text));
      } else if (base64) {
        all.addObject().put("embedding", inBase64(of(text)));
      } else {
        fill(all.addObject().putArray("embedding"), of(text));
      }
    }
    return body.toString();
  }

  private static List<String> texts(JsonNode input) {
    List<String> texts = new ArrayList<>();
    if (input.isString()) {
      texts.add(input.asString());
    }
    input.forEach(one -> texts.add(one.asString("")));
    return texts;
  }

  private static float[] of(String text) {
    Random random = new Random(text.hashCode());
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = random.nextFloat() - 0.5f;
    }
    return vector;
  }

  private static void fill(ArrayNode numbers, float[] vector) {
    for (float number : vector) {
      numbers.add(number);
    }
  }

  private static String inBase64(float[] vector) {
    ByteBuffer bytes = ByteBuffer.allocate(vector.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (float number : vector) {
      bytes.putFloat(number);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
