package dev.prospector.engine.internal.joint;

import dev.prospector.agent.Prompt;
import dev.prospector.model.Effort;
import dev.prospector.model.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes one prompt of several: a task and a property of the answer for each. */
public final class JointPrompt {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST_NAME = 64;

  private static final String RULES =
      """
      You are asked for several parts at once: %s.
      Answer with one JSON object that has exactly one property for each part, under the part's \
      name and in this order. Write each part by its own task and in its own form, as if it were \
      asked for alone.
      Later parts build on earlier ones: where a part needs an earlier one, go by what you have \
      just answered there, and refer to its items in the order in which you gave them. The \
      material may show a draft of an earlier part that rules made: your own answer takes its place.
      All parts share one numbering of sources. What is marked with names of parts in square \
      brackets is for those parts alone; so are accepted facts under a line of such names, up to \
      the next line of names. An id may stand for another fact in another part: go by those that \
      are for the part you write.
      A part for which nothing is there is answered with empty lists or nulls, as its form allows; \
      the other parts stand without it.\
      """;

  private JointPrompt() {}

  /**
   * Returns the prompt for several parts, in order.
   *
   * @param prompts by the names of the parts; at least one
   */
  public static Prompt of(Map<String, Prompt> prompts) {
    Prompt first = prompts.values().iterator().next();
    return Prompt.of(String.join("+", prompts.keySet()), first.role(), instructions(prompts))
        .withSchema(schema(prompts))
        .withLengths(lengths(prompts))
        .withEffort(effort(prompts));
  }

  private static String instructions(Map<String, Prompt> prompts) {
    Map<String, List<String>> byText = new LinkedHashMap<>();
    prompts.forEach(
        (name, prompt) ->
            byText.computeIfAbsent(prompt.instructions(), text -> new ArrayList<>()).add(name));
    StringBuilder all = new StringBuilder(RULES.formatted(String.join(", ", prompts.keySet())));
    byText.forEach(
        (text, names) -> {
          all.append("\n\n");
          if (names.size() < prompts.size()) {
            all.append("# Part ").append(String.join(", part ", names)).append("\n\n");
          }
          all.append(text);
        });
    return all.toString();
  }

  /** Returns the form of an answer that holds these parts. */
  public static Schema schema(Map<String, Prompt> prompts) {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    prompts.forEach(
        (name, prompt) -> {
          properties.set(name, form(prompt));
          required.add(name);
        });
    schema.put("additionalProperties", false);
    String name = String.join("_", prompts.keySet());
    return Schema.of(name.substring(0, Math.min(LONGEST_NAME, name.length())), schema.toString());
  }

  /** An agent that asks for free text gets it as the text of its property. */
  private static JsonNode form(Prompt prompt) {
    return prompt
        .schema()
        .map(schema -> JSON.readTree(schema.json()))
        .orElseGet(() -> JSON.createObjectNode().put("type", "string"));
  }

  private static Prompt.Lengths lengths(Map<String, Prompt> prompts) {
    int shortest = 0;
    int longest = 0;
    int answer = 0;
    for (Prompt prompt : prompts.values()) {
      shortest += prompt.lengths().shortestQuestion();
      longest += prompt.lengths().longestQuestion();
      answer += prompt.lengths().longestAnswer();
    }
    return new Prompt.Lengths(shortest, longest, answer);
  }

  private static Effort effort(Map<String, Prompt> prompts) {
    return prompts.values().stream().map(Prompt::effort).max(Effort::compareTo).orElseThrow();
  }
}
