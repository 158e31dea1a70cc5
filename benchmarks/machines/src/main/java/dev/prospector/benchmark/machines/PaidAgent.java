package dev.prospector.benchmark.machines;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Role;
import java.util.Optional;

/** A step that is one paid call. */
record PaidAgent(AgentSpec<Mark> spec) implements ModelAgent<Mark> {

  private static final int LONGEST_ANSWER = 1_000;

  @Override
  public Prompt prompt() {
    return Prompt.of(spec.id(), Role.EXTRACT, "answer")
        .withLengths(new Prompt.Lengths(3, 20, LONGEST_ANSWER));
  }

  @Override
  public Optional<Question> question(AgentInput input) {
    return Optional.of(
        Question.about(
            Sequence.number(input.lead().id().value()) + " " + Sequence.number(spec.id())));
  }

  @Override
  public Reading<Mark> read(AgentInput input, Question asked, LanguageModel.Answer answer) {
    return Reading.of(new Mark(answer.text()));
  }

  /** Never taken while the provider answers: the check finds its calls missing otherwise. */
  @Override
  public Mark byRules(AgentInput input) {
    return new Mark("");
  }
}
