package dev.prospector.testkit.provider;

import dev.prospector.model.LanguageModel.Answer.Ending;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What models make of an honest answer on a bad day. */
final class SloppyAnswer {

  private static final int SHAPES = 11;

  private SloppyAnswer() {}

  static Reply of(JsonNode honest, Random random) {
    String json = honest.toString();
    return switch (random.nextInt(SHAPES)) {
      case 0 -> Reply.whole("```json\n" + json + "\n```");
      case 1 -> Reply.whole("Here is what I found:\n\n" + json + "\n\nLet me know.");
      case 2 -> Reply.whole("<think>{\"a\": the sources say...}</think>" + json);
      case 3 -> Reply.whole(json.replaceFirst("\\}$", ",}"));
      case 4 -> Reply.whole("{\"answer\":" + json + "}");
      case 5 -> Reply.whole(json.replaceFirst("^\\{", "{\"notes\":\"as asked\","));
      case 6 -> Reply.whole(eachQuote(honest, quote -> quote.replaceFirst(" \\S+ ", " … ")));
      case 7 -> Reply.whole(eachQuote(honest, quote -> quote + ", and more"));
      case 8 -> new Reply(json.substring(0, json.length() * 2 / 3), Ending.TRUNCATED);
      case 9 -> new Reply("", Ending.EMPTY);
      default -> Reply.whole("[" + json + "]");
    };
  }

  /** Changes the first of all quotes; the others stand. */
  private static String eachQuote(
      JsonNode honest, java.util.function.UnaryOperator<String> change) {
    JsonNode copy = honest.deepCopy();
    changeFirst(copy, change);
    return copy.toString();
  }

  private static boolean changeFirst(
      JsonNode node, java.util.function.UnaryOperator<String> change) {
    if (node instanceof ObjectNode object && object.has("quote")) {
      object.put("quote", change.apply(object.path("quote").asString("")));
      return true;
    }
    for (JsonNode child : node) {
      if (changeFirst(child, change)) {
        return true;
      }
    }
    return false;
  }

  static void forEachStatement(JsonNode node, java.util.function.Consumer<ObjectNode> change) {
    if (node instanceof ObjectNode object && object.has("quote")) {
      change.accept(object);
      return;
    }
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        forEachStatement(entry.getValue(), change);
      }
    } else {
      node.forEach(child -> forEachStatement(child, change));
    }
  }
}
