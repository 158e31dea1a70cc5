package dev.prospector.agents.writer;

import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.model.LanguageModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers by the form that it is asked for; refuses what it has no answer to. */
final class AnsweringModel implements LanguageModel {

  private final Map<String, Function<Request, String>> answers = new HashMap<>();
  private final List<Request> asked = new CopyOnWriteArrayList<>();

  AnsweringModel to(String agent, String answer) {
    return to(agent, request -> answer);
  }

  AnsweringModel to(String agent, Function<Request, String> answer) {
    answers.put(agent, answer);
    return this;
  }

  /** Returns how often an agent asked. */
  long times(String agent) {
    return asked.stream().filter(r -> name(r).equals(agent)).count();
  }

  private static String name(Request request) {
    return request.schema().orElseThrow().name();
  }

  @Override
  public String name() {
    return "answering";
  }

  @Override
  public Usage upperBound(Request request) {
    return Usage.NONE;
  }

  @Override
  public Answer ask(Request request) {
    asked.add(request);
    Function<Request, String> answer = answers.get(name(request));
    return answer == null
        ? new Answer("", Answer.Ending.REFUSED, Usage.NONE, name())
        : new Answer(answer.apply(request), Answer.Ending.COMPLETE, Usage.NONE, name());
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }
}
