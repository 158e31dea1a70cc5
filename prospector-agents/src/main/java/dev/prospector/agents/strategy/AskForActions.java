package dev.prospector.agents.strategy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.contact.ContactDetails.Channel;
import dev.prospector.agents.persona.KnownPerson;
import dev.prospector.agents.prompt.Inquiry;
import dev.prospector.agents.strategy.ActionPlan.Step;
import dev.prospector.agents.writer.AcceptText;
import dev.prospector.agents.writer.Known;
import dev.prospector.agents.writer.Missing;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a model adds to the plan: what to do in its steps, on days that still rise. */
final class AskForActions {

  private static final int LONGEST_ACTION = 200;
  private static final int LONGEST_CALL = 120;
  private static final int LAST_DAY = 60;

  static final Inquiry<Said> ASKED =
      Inquiry.of(AskForActions.class, "action-plan", Role.WRITE, Said.class);

  /** The answer. */
  record Said(@JsonProperty("steps") List<Doing> steps) {
    Said {
      steps = Missing.list(steps);
    }
  }

  /** One step of an answer. */
  record Doing(
      @JsonProperty("number") int number,
      @JsonProperty("channel") Channel channel,
      @JsonProperty("day") int day,
      @JsonProperty("action") @Nullable String action,
      @JsonProperty("callToAction") @Nullable String callToAction) {}

  private AskForActions() {}

  private static Known known(AgentInput input) {
    Known known = Known.of(input).pains().triggers();
    KnownPerson.add(input, known);
    return known;
  }

  static Optional<Question> question(AgentInput input) {
    boolean evaluated = input.find(StrategyEvaluation.KEY).isPresent();
    boolean reachable = !input.get(ContactDetails.KEY).channels().isEmpty();
    Known known = known(input);
    if (!reachable || !known.hasLead()) {
      return Optional.empty();
    }
    List<String> decided = new ArrayList<>(KnownPerson.lines(input));
    if (evaluated && input.find(StrategyOptions.KEY).isPresent()) {
      ActionPlanAgent.chosen(input)
          .ifPresent(o -> decided.add("chosen: " + AskForEvaluation.line(o)));
      lines(ActionPlanAgent.plan(input)).forEach(decided::add);
    }
    return Optional.of(known.asked(ASKED, Map.of(), decided));
  }

  /** The steps of a plan in lines of what was decided. */
  static List<String> lines(ActionPlan plan) {
    return plan.steps().stream()
        .map(s -> "step %d %s day %d: %s".formatted(s.number(), s.channel(), s.day(), s.action()))
        .toList();
  }

  static Reading<ActionPlan> read(AgentInput input, Answer answer, ActionPlan rules) {
    return ASKED.read(
        answer,
        (said, violations) -> {
          AcceptText accept = AcceptText.of(input, known(input), violations);
          List<Step> steps = new ArrayList<>();
          for (Step step : rules.steps()) {
            steps.add(said(accept, said, step, steps, rules, channels(input)).orElse(step));
          }
          unknownNumbers(accept, said, rules);
          return rules.with(steps);
        });
  }

  private static List<Channel> channels(AgentInput input) {
    return input.get(ContactDetails.KEY).channels();
  }

  private static void unknownNumbers(AcceptText accept, Said said, ActionPlan rules) {
    for (int i = 0; i < said.steps().size(); i++) {
      int number = said.steps().get(i).number();
      if (rules.steps().stream().noneMatch(s -> s.number() == number)) {
        accept.refuse("/steps/" + i, "is a step that the plan does not have");
      }
    }
  }

  private static Optional<Step> said(
      AcceptText accept,
      Said said,
      Step step,
      List<Step> before,
      ActionPlan rules,
      List<Channel> channels) {
    for (int i = 0; i < said.steps().size(); i++) {
      Doing doing = said.steps().get(i);
      if (doing.number() == step.number()) {
        String path = "/steps/" + i;
        Optional<String> wrong = wrong(doing, before, rules, channels);
        wrong.ifPresent(why -> accept.refuse(path, why));
        return wrong.isEmpty() ? accepted(accept, path, doing) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<String> wrong(
      Doing doing, List<Step> before, ActionPlan rules, List<Channel> channels) {
    int least = before.isEmpty() ? 0 : before.get(before.size() - 1).day() + 1;
    int most =
        before.isEmpty()
            ? 0
            : before.size() + 1 < rules.steps().size()
                ? rules.steps().get(before.size() + 1).day() - 1
                : LAST_DAY;
    if (!channels.contains(doing.channel())) {
      return Optional.of("uses a channel that the company does not have");
    } else if (doing.day() < least || doing.day() > most) {
      return Optional.of("is not on a day from " + least + " to " + most);
    }
    return Optional.empty();
  }

  private static Optional<Step> accepted(AcceptText accept, String path, Doing doing) {
    Optional<String> action =
        accept.text(path + "/action", Missing.text(doing.action()), LONGEST_ACTION);
    Optional<String> call =
        accept.text(path + "/callToAction", Missing.text(doing.callToAction()), LONGEST_CALL);
    return action.isPresent() && call.isPresent()
        ? Optional.of(
            new Step(doing.number(), doing.channel(), action.get(), doing.day(), call.get()))
        : Optional.empty();
  }
}
