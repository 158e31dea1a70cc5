package dev.prospector.engine;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Section;
import dev.prospector.model.Block;
import dev.prospector.model.Capabilities;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Role;
import dev.prospector.money.Money;
import dev.prospector.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Agents that may be asked together: one names something, one says of what it is, rules count the
 * letters of that in between, and one draws a conclusion.
 */
final class Together {

  record Named(String name) {
    static final Section<Named> KEY = Section.of("named", Named.class, 1);
  }

  record Said(String of, String text) {
    static final Section<Said> KEY = Section.of("said", Said.class, 1);
  }

  record Counted(int letters) {
    static final Section<Counted> KEY = Section.of("counted", Counted.class, 1);
  }

  record Ended(String of, int letters) {
    static final Section<Ended> KEY = Section.of("ended", Ended.class, 1);
  }

  static final AgentSpec<Named> NAMES = AgentSpec.writing(Named.KEY).readingLead();
  static final AgentSpec<Said> SAYS = AgentSpec.writing(Said.KEY).reading(Named.KEY);
  static final AgentSpec<Ended> ENDS =
      AgentSpec.writing(Ended.KEY).reading(Said.KEY, Counted.KEY, Named.KEY);

  private Together() {}

  /** An agent that answers in free text, and says what is wrong with that. */
  record Asked<T>(AgentSpec<T> spec, Rules<T> rules, Reader<T> reader, Optional<Prompt> special)
      implements ModelAgent<T> {

    @Override
    public Prompt prompt() {
      return special.orElseGet(() -> prompt(spec.id()));
    }

    static Prompt prompt(String id) {
      return Prompt.of(id, Role.REASON, "Do what " + id + " does.")
          .withLengths(new Prompt.Lengths(9, 100, 100));
    }

    Asked<T> with(AgentSpec<T> other) {
      return new Asked<>(other, rules, reader, special);
    }

    Asked<T> with(Prompt other) {
      return new Asked<>(spec, rules, reader, Optional.of(other));
    }

    Asked<T> reading(Reader<T> other) {
      return new Asked<>(spec, rules, other, special);
    }

    @Override
    public T byRules(AgentInput input) {
      return rules.by(input);
    }

    @Override
    public Optional<Question> question(AgentInput input) {
      return Optional.of(
          Question.about(List.of(Block.repeated("The seller"), Block.of("About " + spec.id())))
              .withTask("The task of " + spec.id()));
    }

    @Override
    public Reading<T> read(AgentInput input, Question asked, LanguageModel.Answer answer) {
      return reader.of(input, answer.text());
    }
  }

  /** What rules give. */
  @FunctionalInterface
  interface Rules<T> {
    T by(AgentInput input);
  }

  /** What is made of a text. */
  @FunctionalInterface
  interface Reader<T> {
    Reading<T> of(AgentInput input, String text);
  }

  static Asked<Named> names() {
    return new Asked<>(
        NAMES,
        input -> new Named("rules"),
        (input, text) ->
            text.startsWith("bad")
                ? Reading.malformed(List.of("'" + text + "' is no name"))
                : Reading.of(new Named(text)),
        Optional.empty());
  }

  /** Answers "text of name", where the name must be the one that was given. */
  static Asked<Said> says() {
    return new Asked<>(
        SAYS,
        input -> new Said(input.get(Named.KEY).name(), "by rules"),
        (input, text) -> {
          String name = input.get(Named.KEY).name();
          return text.endsWith(" of " + name)
              ? Reading.of(new Said(name, text))
              : Reading.malformed(List.of("there is no item '" + text + "', but " + name));
        },
        Optional.empty());
  }

  static Agent<Counted> counts() {
    return Steps.agent(
        AgentSpec.writing(Counted.KEY).reading(Said.KEY),
        input -> new Counted(input.get(Said.KEY).text().length()));
  }

  static Asked<Ended> ends() {
    return new Asked<>(
        ENDS,
        input -> new Ended("rules", input.get(Counted.KEY).letters()),
        (input, text) ->
            text.startsWith("bad")
                ? Reading.malformed(List.of("'" + text + "' is no end"))
                : Reading.of(
                    new Ended(
                        input.get(Named.KEY).name() + ": " + text,
                        input.get(Counted.KEY).letters())),
        Optional.empty());
  }

  static Pipeline pipeline() {
    return pipeline(names(), says(), ends());
  }

  static Pipeline pipeline(Agent<?> names, Agent<?> says, Agent<?> ends) {
    return Pipeline.named("together")
        .add(names, says, counts(), ends)
        .asking(Named.KEY, Said.KEY, Ended.KEY)
        .build();
  }

  /** A model that is held to schemas, answers by a function, and keeps what it was asked. */
  static final class Model implements LanguageModel {
    static final Money CENT = Money.of("0.01", "USD");

    private final Capabilities can;
    private final Function<Request, String> says;
    private final Answer.Ending ending;
    final List<Request> asked = new CopyOnWriteArrayList<>();

    private Model(Capabilities can, Function<Request, String> says, Answer.Ending ending) {
      this.can = can;
      this.says = says;
      this.ending = ending;
    }

    static Model saying(Function<Request, String> says) {
      return new Model(
          new Capabilities(100_000, 10_000, Capabilities.SchemaForm.STRICT, true),
          says,
          Answer.Ending.COMPLETE);
    }

    /** Answers one after the other, and the last again and again. */
    static Model saying(String... answers) {
      List<String> left = new ArrayList<>(List.of(answers));
      return saying(request -> left.size() > 1 ? left.remove(0) : left.get(0));
    }

    Model that(Capabilities other) {
      return new Model(other, says, ending);
    }

    Model cutting() {
      return new Model(can, says, Answer.Ending.TRUNCATED);
    }

    @Override
    public String name() {
      return "held-to-schemas";
    }

    @Override
    public Capabilities capabilities() {
      return can;
    }

    @Override
    public Usage upperBound(Request request) {
      return Usage.ofCall(CENT, 1000);
    }

    @Override
    public Usage estimate(Request request) {
      return Usage.ofCall(CENT, 10L * request.longestAnswer());
    }

    @Override
    public Effect effect() {
      return Effect.READ;
    }

    @Override
    public Answer ask(Request request) {
      asked.add(request);
      return new Answer(says.apply(request), ending, Usage.ofCall(CENT, 1000), name());
    }

    /** Returns the parts of the form that an answer was asked for in, by call. */
    List<List<String>> parts() {
      return asked.stream()
          .map(
              request ->
                  request
                      .schema()
                      .map(schema -> List.of(schema.name().split("_")))
                      .orElse(List.of()))
          .toList();
    }
  }
}
