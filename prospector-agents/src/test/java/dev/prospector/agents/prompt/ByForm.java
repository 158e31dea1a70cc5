package dev.prospector.agents.prompt;

import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.model.Block;
import dev.prospector.model.LanguageModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model that answers each agent with what a test says, and refuses the others. A quote of source
 * 0 gets the number of the first source in which it stands.
 */
final class ByForm implements LanguageModel {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, String> answers = new LinkedHashMap<>();
  private final List<Request> asked = new ArrayList<>();

  ByForm answering(String agent, String json) {
    answers.put(agent, json);
    return this;
  }

  /** Returns what an agent asked, in order. */
  synchronized List<Request> asked(String agent) {
    return asked.stream().filter(r -> r.schema().orElseThrow().name().equals(agent)).toList();
  }

  @Override
  public String name() {
    return "by-form";
  }

  @Override
  public Usage upperBound(Request request) {
    return Usage.NONE;
  }

  @Override
  public synchronized Answer ask(Request request) {
    asked.add(request);
    String json = answers.get(request.schema().orElseThrow().name());
    if (json == null) {
      return new Answer("", Answer.Ending.REFUSED, Usage.NONE, name());
    }
    JsonNode answer = JSON.readTree(json);
    number(answer, request.material().stream().map(Block::text).toList());
    return new Answer(answer.toString(), Answer.Ending.COMPLETE, Usage.NONE, name());
  }

  private static void number(JsonNode node, List<String> blocks) {
    if (node instanceof ObjectNode said && said.path("source").asInt(-1) == 0) {
      String quote = said.path("quote").asString("");
      blocks.stream()
          .filter(b -> b.startsWith("<source number=\"") && b.contains(quote))
          .findFirst()
          .ifPresent(b -> said.put("source", Integer.parseInt(b.split("\"", 3)[1])));
    }
    node.forEach(child -> number(child, blocks));
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }
}
