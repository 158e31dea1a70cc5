package dev.prospector.testkit;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.evidence.Rejection;
import dev.prospector.model.LanguageModel.Answer;
import java.util.List;
import java.util.Optional;

/** An agent as it is, whose rejected claims are kept. */
class WatchedAgent<T> implements Agent<T> {

  private final Agent<T> agent;
  private volatile List<Rejection> rejections = List.of();

  private WatchedAgent(Agent<T> agent) {
    this.agent = agent;
  }

  static <T> WatchedAgent<T> around(Agent<T> agent) {
    return agent instanceof ModelAgent<T> onTop ? new OnTop<>(onTop) : new WatchedAgent<>(agent);
  }

  @Override
  public AgentSpec<T> spec() {
    return agent.spec();
  }

  @Override
  public T byRules(AgentInput input) throws InterruptedException {
    try {
      return agent.byRules(input);
    } finally {
      keep(input);
    }
  }

  void keep(AgentInput input) {
    rejections = input.evidence().rejections();
  }

  List<Rejection> rejections() {
    return rejections;
  }

  /** The same for an agent with a model on top. */
  private static final class OnTop<T> extends WatchedAgent<T> implements ModelAgent<T> {

    private final ModelAgent<T> onTop;

    OnTop(ModelAgent<T> onTop) {
      super(onTop);
      this.onTop = onTop;
    }

    @Override
    public Prompt prompt() {
      return onTop.prompt();
    }

    @Override
    public Optional<Question> question(AgentInput input) throws InterruptedException {
      return onTop.question(input);
    }

    @Override
    public Reading<T> read(AgentInput input, Question asked, Answer answer)
        throws InterruptedException {
      try {
        return onTop.read(input, asked, answer);
      } finally {
        keep(input);
      }
    }
  }
}
