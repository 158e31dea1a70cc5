package dev.prospector.engine.internal.joint;

import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.model.Capabilities;
import dev.prospector.model.LanguageModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether what a model can do is enough for a joint question. */
final class Sufficiency {

  /** What providers take of one schema, by the newer of their published limits. */
  private static final int MOST_PROPERTIES = 5_000;

  private static final int DEEPEST = 10;
  private static final String WORD = "words ";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Sufficiency() {}

  /** A model that is not held to a schema is asked for one form at a time. */
  static boolean of(LanguageModel model, Prompt prompt) {
    Capabilities can = model.capabilities();
    boolean held =
        can.schema() == Capabilities.SchemaForm.STRICT
            || can.schema() == Capabilities.SchemaForm.TOOL;
    return held
        && can.longestAnswer() >= prompt.lengths().longestAnswer()
        && prompt.schema().filter(schema -> isTaken(JSON.readTree(schema.json()))).isPresent()
        && (can.context() == Integer.MAX_VALUE
            || model.estimate(prompt.about(longest(prompt))).tokens() <= can.context());
  }

  private static Question longest(Prompt prompt) {
    int words = prompt.lengths().longestQuestion() / WORD.length() + 1;
    return Question.about(WORD.repeat(words));
  }

  private static boolean isTaken(JsonNode schema) {
    return schema.findValue("$ref") == null
        && properties(schema) <= MOST_PROPERTIES
        && depth(schema) <= DEEPEST;
  }

  private static int properties(JsonNode schema) {
    int all = schema.path("properties").size();
    for (JsonNode child : schema) {
      all += properties(child);
    }
    return all;
  }

  /** Counts objects and lists in each other. */
  private static int depth(JsonNode schema) {
    int deepest = 0;
    for (JsonNode child : schema) {
      deepest = Math.max(deepest, depth(child));
    }
    boolean nests = schema.has("properties") || schema.has("items");
    return deepest + (nests ? 1 : 0);
  }
}
