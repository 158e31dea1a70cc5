package dev.prospector.agents.strategy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Overlap;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.contact.ContactDetails.Channel;
import dev.prospector.agents.persona.KnownPerson;
import dev.prospector.agents.prompt.Argued;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.strategy.StrategyOptions.Angle;
import dev.prospector.agents.strategy.StrategyOptions.Option;
import dev.prospector.agents.strategy.StrategyOptions.Tone;
import dev.prospector.agents.writer.AcceptText;
import dev.prospector.agents.writer.Known;
import dev.prospector.agents.writer.Missing;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a model adds to the options: angles and arguments; code holds them apart. */
final class AskForOptions {

  private static final int WANTED = 3;
  private static final int LONGEST = 220;
  private static final int LONGEST_QUESTION = 200;
  private static final int LEAST_ARGUMENTS = 2;
  private static final int MOST_ARGUMENTS = 3;
  private static final double ALIKE = 0.6;

  static final Inquiry<Said> ASKED =
      Inquiry.of(AskForOptions.class, "strategy-options", Role.REASON, Said.class);

  /** The answer. */
  record Said(@JsonProperty("options") List<Way> options) {
    Said {
      options = Missing.list(options);
    }
  }

  /** One option of an answer. */
  record Way(
      @JsonProperty("id") @Nullable String id,
      @JsonProperty("angle") Angle angle,
      @JsonProperty("tone") Tone tone,
      @JsonProperty("channels") List<Channel> channels,
      @JsonProperty("meets") @Nullable String meets,
      @JsonProperty("arguments") List<Argued> arguments,
      @JsonProperty("openingQuestion") @Nullable String openingQuestion) {
    Way {
      channels = Missing.list(channels);
      arguments = Missing.list(arguments);
    }
  }

  private AskForOptions() {}

  private static Known known(AgentInput input) {
    Known known = Known.of(input).pains().triggers();
    KnownPerson.add(input, known);
    return known;
  }

  static Optional<Question> question(AgentInput input) {
    Known known = known(input);
    List<String> decided = new ArrayList<>(KnownPerson.lines(input));
    StrategyOptionsAgent.channels(input).forEach(c -> decided.add("channel " + c));
    return known.hasLead()
        ? Optional.of(known.asked(ASKED, Map.of("most", String.valueOf(WANTED)), decided))
        : Optional.empty();
  }

  static Reading<StrategyOptions> read(AgentInput input, Answer answer, StrategyOptions rules) {
    return ASKED.read(
        answer,
        (said, violations) -> {
          AcceptText accept = AcceptText.of(input, known(input), violations);
          List<Option> all = new ArrayList<>();
          for (int i = 0; i < said.options().size() && all.size() < WANTED; i++) {
            accepted(accept, "/options/" + i, said.options().get(i), input, all)
                .ifPresent(all::add);
          }
          fill(all, said, rules);
          String missing = all.size() >= WANTED ? "" : StrategyOptionsAgent.few(input);
          return new StrategyOptions(all, rules.state(), missing);
        });
  }

  private static Optional<Option> accepted(
      AcceptText accept, String path, Way way, AgentInput input, List<Option> all) {
    Optional<String> wrong = wrong(way, input, all);
    if (wrong.isPresent()) {
      accept.refuse(path, wrong.get());
      return Optional.empty();
    }
    Optional<Option> option = backed(accept, path, way);
    Optional<String> same = option.flatMap(o -> same(o, all));
    same.ifPresent(why -> accept.refuse(path, why));
    return same.isEmpty() ? option : Optional.empty();
  }

  /** The option with its arguments that hold; empty if these are too few or it asks nothing. */
  private static Optional<Option> backed(AcceptText accept, String path, Way way) {
    List<Statement> arguments = new ArrayList<>();
    for (int i = 0; i < way.arguments().size() && i < MOST_ARGUMENTS; i++) {
      accept
          .statement(path + "/arguments/" + i, way.arguments().get(i), LONGEST)
          .ifPresent(arguments::add);
    }
    Optional<String> question =
        accept.question(
            path + "/openingQuestion", Missing.text(way.openingQuestion()), LONGEST_QUESTION);
    if (arguments.size() < LEAST_ARGUMENTS || question.isEmpty()) {
      accept.refuse(path, "has fewer than two arguments that hold, or no opening question");
      return Optional.empty();
    }
    return Optional.of(
        new Option(
            Missing.text(way.id()),
            way.angle(),
            way.tone(),
            way.channels(),
            Missing.text(way.meets()),
            arguments,
            question.get()));
  }

  /** What is wrong with the form of an option: its id, its channels, what it starts from. */
  private static Optional<String> wrong(Way way, AgentInput input, List<Option> all) {
    List<Channel> there = StrategyOptionsAgent.channels(input);
    String id = Missing.text(way.id());
    if (!id.matches("s[1-9]") || all.stream().anyMatch(o -> o.id().equals(id))) {
      return Optional.of("its id is not s1 to s9, or used before");
    } else if (!there.containsAll(way.channels())
        || way.channels().isEmpty() && !there.isEmpty()
        || new HashSet<>(way.channels()).size() < way.channels().size()) {
      return Optional.of("its channels are not those of the company, or none, or one twice");
    }
    return meets(way, input);
  }

  private static Optional<String> meets(Way way, AgentInput input) {
    String meets = Missing.text(way.meets());
    boolean pain = Known.painsOf(input).stream().anyMatch(p -> p.id().equals(meets));
    boolean trigger = Known.triggersOf(input).stream().anyMatch(t -> t.id().equals(meets));
    boolean fits =
        switch (way.angle()) {
          case PAIN -> pain;
          case TRIGGER -> trigger;
          default -> pain || trigger || meets.isEmpty();
        };
    return fits ? Optional.empty() : Optional.of("meets no pain or trigger of its angle");
  }

  /** Why an option is not another one than those before; empty if it is. */
  private static Optional<String> same(Option option, List<Option> all) {
    for (Option other : all) {
      if (other.angle() == option.angle()) {
        return Optional.of("has the angle of " + other.id());
      } else if (other.tone() == option.tone() && first(other).equals(first(option))) {
        return Optional.of("has the tone and the first channel of " + other.id());
      } else if (Overlap.of(arguments(other), arguments(option)) >= ALIKE) {
        return Optional.of("argues as " + other.id());
      }
    }
    return Optional.empty();
  }

  private static Optional<Channel> first(Option option) {
    return option.channels().stream().findFirst();
  }

  private static String arguments(Option option) {
    return option.arguments().stream().map(Statement::text).collect(Collectors.joining(" "));
  }

  /** The rules' options under ids that the answer does not use: what falls is gone. */
  private static void fill(List<Option> all, Said said, StrategyOptions rules) {
    Set<String> taken = new HashSet<>();
    said.options().forEach(way -> taken.add(Missing.text(way.id())));
    for (Option rule : rules.options()) {
      for (int turn = 0; turn < Math.max(1, rule.channels().size()); turn++) {
        List<Channel> channels = new ArrayList<>(rule.channels());
        Collections.rotate(channels, -turn);
        Option option = renamed(rule, rule.id(), channels);
        if (all.size() < WANTED && same(option, all).isEmpty()) {
          int number = 1;
          while (!taken.add("s" + number)) {
            number++;
          }
          all.add(renamed(rule, "s" + number, channels));
        }
      }
    }
  }

  private static Option renamed(Option option, String id, List<Channel> channels) {
    return new Option(
        id,
        option.angle(),
        option.tone(),
        channels,
        option.meets(),
        option.arguments(),
        option.openingQuestion());
  }
}
