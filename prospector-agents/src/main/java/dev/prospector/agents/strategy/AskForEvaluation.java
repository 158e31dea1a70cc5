package dev.prospector.agents.strategy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.persona.KnownPerson;
import dev.prospector.agents.prompt.Argued;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.strategy.StrategyEvaluation.Criterion;
import dev.prospector.agents.strategy.StrategyEvaluation.Judged;
import dev.prospector.agents.strategy.StrategyEvaluation.Reason;
import dev.prospector.agents.strategy.StrategyOptions.Option;
import dev.prospector.agents.writer.AcceptText;
import dev.prospector.agents.writer.Known;
import dev.prospector.agents.writer.Missing;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a model adds to the evaluation: arguments that move a value a little; code picks. */
final class AskForEvaluation {

  private static final int FARTHEST = 15;
  private static final int LONGEST = 200;

  static final Inquiry<Said> ASKED =
      Inquiry.of(AskForEvaluation.class, "strategy-evaluation", Role.REASON, Said.class);

  /** The answer. */
  record Said(@JsonProperty("arguments") List<Argument> arguments) {
    Said {
      arguments = Missing.list(arguments);
    }
  }

  /** One argument of an answer. */
  record Argument(
      @JsonProperty("option") @Nullable String option,
      @JsonProperty("criterion") Criterion criterion,
      @JsonProperty("by") int by,
      @JsonProperty("reason") Argued reason) {
    Argument {
      reason = Missing.sentence(reason);
    }
  }

  /** An argument that holds. */
  private record Move(double by, String reason) {}

  private AskForEvaluation() {}

  private static Known known(AgentInput input) {
    Known known = Known.of(input).pains().triggers();
    KnownPerson.add(input, known);
    return known;
  }

  static Optional<Question> question(AgentInput input) {
    Optional<StrategyOptions> options = input.find(StrategyOptions.KEY);
    Known known = known(input);
    if (!known.hasLead() || options.filter(o -> o.options().isEmpty()).isPresent()) {
      return Optional.empty();
    }
    List<String> decided = new ArrayList<>(KnownPerson.lines(input));
    options.map(StrategyOptions::options).orElse(List.of()).forEach(o -> decided.add(line(o)));
    return Optional.of(known.asked(ASKED, Map.of(), decided));
  }

  /** An option in a line of what was decided. */
  static String line(Option option) {
    return "%s %s %s %s, starts from %s: %s"
        .formatted(
            option.id(),
            option.angle(),
            option.tone(),
            option.channels(),
            option.meets().isEmpty() ? "no pain or trigger" : option.meets(),
            String.join(" ", option.arguments().stream().map(Statement::text).toList()));
  }

  static Reading<StrategyEvaluation> read(
      AgentInput input, Answer answer, StrategyEvaluation rules) {
    return ASKED.read(
        answer,
        (said, violations) -> {
          AcceptText accept = AcceptText.of(input, known(input), violations);
          Map<String, Move> moves = new LinkedHashMap<>();
          for (int i = 0; i < said.arguments().size(); i++) {
            add(accept, "/arguments/" + i, said.arguments().get(i), rules, moves);
          }
          return StrategyEvaluationAgent.conclude(
              rules.options().stream().map(judged -> moved(judged, moves)).toList(), input);
        });
  }

  private static void add(
      AcceptText accept,
      String path,
      Argument argued,
      StrategyEvaluation rules,
      Map<String, Move> moves) {
    String option = Missing.text(argued.option());
    String key = option + " " + argued.criterion();
    if (rules.options().stream().noneMatch(o -> o.option().equals(option))) {
      accept.refuse(path, "is about an option that is not there");
    } else if (Math.abs((long) argued.by()) > FARTHEST) {
      accept.refuse(path, "moves a value by more than " + FARTHEST + " hundredths");
    } else if (moves.containsKey(key)) {
      accept.refuse(path, "argues the same criterion of the same option again");
    } else {
      accept
          .grounded(path + "/reason", argued.reason(), LONGEST)
          .ifPresent(reason -> moves.put(key, new Move(argued.by() / 100.0, reason.text())));
    }
  }

  private static Judged moved(Judged judged, Map<String, Move> moves) {
    List<Reason> reasons = new ArrayList<>();
    for (Reason reason : judged.reasons()) {
      Move move = moves.get(judged.option() + " " + reason.criterion());
      reasons.add(
          move == null
              ? reason
              : new Reason(
                  reason.criterion(),
                  new ScoreRange(
                      within(reason.value().low() + move.by()),
                      within(reason.value().high() + move.by())),
                  reason.text() + " " + move.reason()));
    }
    return StrategyEvaluationAgent.judged(judged.option(), reasons);
  }

  private static double within(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
