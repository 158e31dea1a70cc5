package dev.prospector.engine.internal.step;

import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.engine.internal.joint.SplitAnswer;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.LanguageModel.Answer.Ending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a model answered to a joint question, by part: first, and when it was asked once more.
 *
 * @param asked the question as it was asked
 * @param byPart the answers to each part that has one, the earlier first
 * @param repeated the parts that an answer gave more than once
 * @param model the name of the model that answered
 */
record JointAnswers(
    Question asked, Map<String, List<Answer>> byPart, Set<String> repeated, String model) {

  static JointAnswers none(Question asked) {
    return new JointAnswers(asked, Map.of(), Set.of(), "");
  }

  /** Returns these answers with the parts of one more. */
  JointAnswers and(Answer answer, Question to, Map<String, Prompt> asked) {
    Map<String, List<Answer>> all = new LinkedHashMap<>();
    byPart.forEach((name, answers) -> all.put(name, new ArrayList<>(answers)));
    Set<String> twice = new LinkedHashSet<>(repeated);
    SplitAnswer.of(answer.text(), asked.keySet())
        .forEach(
            (name, part) -> {
              Prompt prompt = asked.get(name);
              boolean hasForm = prompt != null && prompt.schema().isPresent();
              all.computeIfAbsent(name, n -> new ArrayList<>()).add(part(answer, part, hasForm));
              if (part.repeated()) {
                twice.add(name);
              }
            });
    return new JointAnswers(to, all, twice, answer.model());
  }

  /** An agent that asked for free text reads the text itself. */
  private static Answer part(Answer whole, SplitAnswer.Part part, boolean hasForm) {
    Ending ending = part.whole() ? Ending.COMPLETE : Ending.TRUNCATED;
    String text = hasForm ? part.text() : part.words();
    return new Answer(
        text, ending, whole.usage(), whole.model(), whole.tokens(), whole.requestId());
  }

  List<Answer> of(String part) {
    return byPart.getOrDefault(part, List.of());
  }

  /** Returns how long all that was said of a part is. */
  int length(String part) {
    return of(part).stream().mapToInt(answer -> answer.text().length()).sum();
  }
}
