package dev.prospector.engine.internal.step;

import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.engine.internal.joint.JointPrompt;
import dev.prospector.error.BudgetRefusedException;
import dev.prospector.error.MalformedAnswerException;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.LanguageModel.Answer.Ending;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Schema;
import dev.prospector.model.Turn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks one model for several parts at once, and once more, together, for those that lack something.
 * Confined to one step.
 */
final class AskJointly implements AskModels.OneModel<JointAnswers> {

  private final AskCall call;
  private final Map<String, Prompt> prompts;
  private final Question question;
  private final Reader reader;
  private @Nullable JointAnswers best;

  /**
   * What reading the parts of an answer came to.
   *
   * @param faults by part what is wrong with it; nothing of those that are as they should be
   * @param anything whether at least one part gave a section
   */
  record Read(Map<String, List<String>> faults, boolean anything) {}

  /** Reads the parts of what was answered, in order. */
  @FunctionalInterface
  interface Reader {
    Read read(JointAnswers answers) throws InterruptedException;
  }

  /**
   * Creates the question to one model.
   *
   * @param prompts of the parts, by name, in order
   * @param question for all of them
   */
  AskJointly(AskCall call, Map<String, Prompt> prompts, Question question, Reader reader) {
    this.call = call;
    this.prompts = prompts;
    this.question = question;
    this.reader = reader;
  }

  @Override
  public Optional<JointAnswers> ask() throws InterruptedException {
    AskCall.Heard first = call.first(question);
    JointAnswers answers =
        JointAnswers.none(question).and(first.answer(), first.question(), prompts);
    Read read = reader.read(answers);
    if (read.anything()) {
      best = answers;
    }
    if (!read.faults().isEmpty()) {
      repair(first, answers, read);
    }
    if (best == null) {
      List<String> why = read.faults().values().stream().flatMap(List::stream).distinct().toList();
      throw new MalformedAnswerException(first.answer().text(), why);
    }
    return best();
  }

  @Override
  public Optional<JointAnswers> best() {
    return Optional.ofNullable(best);
  }

  /** What cannot be paid for, or is refused, is not repaired: the first answer stands. */
  private void repair(AskCall.Heard first, JointAnswers answers, Read read)
      throws InterruptedException {
    try {
      Map<String, Prompt> lacking = new LinkedHashMap<>(prompts);
      lacking.keySet().retainAll(read.faults().keySet());
      Answer answer = call.repair(repairing(first, lacking, read.faults()));
      JointAnswers all = answers.and(answer, first.question(), lacking);
      if (reader.read(all).anything()) {
        best = all;
      }
    } catch (BudgetRefusedException | MalformedAnswerException e) {
      if (best == null) {
        throw e;
      }
      Read unused = reader.read(answers);
    }
  }

  private Request repairing(
      AskCall.Heard first, Map<String, Prompt> lacking, Map<String, List<String>> faults) {
    Schema form = JointPrompt.schema(lacking);
    Request again = call.request(first.question());
    if (first.answer().ending() == Ending.EMPTY) {
      return again.withSchema(form.inWords());
    }
    int longest = lacking.values().stream().mapToInt(p -> p.lengths().longestAnswer()).sum();
    Request shorter = again.withSchema(form).withLongestAnswer(longest);
    Request request = first.answer().ending() == Ending.TRUNCATED ? call.longer(shorter) : shorter;
    return request.withTurn(call.hide(new Turn(first.answer().text(), objection(lacking, faults))));
  }

  private static String objection(Map<String, Prompt> lacking, Map<String, List<String>> faults) {
    StringBuilder text = new StringBuilder("Your answer has these faults:\n");
    faults.forEach(
        (part, all) ->
            all.forEach(
                fault ->
                    text.append("- part ").append(part).append(": ").append(fault).append('\n')));
    return text.append("Answer once more, with these parts alone: ")
        .append(String.join(", ", lacking.keySet()))
        .append(
            ". Give each whole and in the same form, without those faults; the other parts stand.")
        .toString();
  }
}
