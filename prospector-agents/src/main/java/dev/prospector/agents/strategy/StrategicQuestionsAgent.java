package dev.prospector.agents.strategy;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Reading;
import dev.prospector.agents.argument.Overlap;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.qualification.Factor;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.strategy.StrategicQuestions.Aim;
import dev.prospector.agents.strategy.StrategicQuestions.Question;
import dev.prospector.lead.LeadStage;
import dev.prospector.model.LanguageModel.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Asks for what is not known, and for where the company wants to go. */
public final class StrategicQuestionsAgent implements ModelAgent<StrategicQuestions> {

  private static final int MOST = 3;
  private static final double ALIKE = 0.6;

  private static final Map<Factor.Kind, Aim> AIMS =
      Map.of(
          Factor.Kind.FIT, Aim.VISION,
          Factor.Kind.NEED, Aim.CONSEQUENCE,
          Factor.Kind.TIMING, Aim.VISION,
          Factor.Kind.AUTHORITY, Aim.DECISION,
          Factor.Kind.BUDGET, Aim.BUDGET,
          Factor.Kind.REACHABILITY, Aim.DECISION);

  /** Creates the agent; it has no state. */
  public StrategicQuestionsAgent() {}

  @Override
  public AgentSpec<StrategicQuestions> spec() {
    return AgentSpec.writing(StrategicQuestions.KEY)
        .stage(LeadStage.STRATEGY)
        .reading(CompanyProfile.KEY, ContactDetails.KEY)
        .readingIfPresent(
            PainPoints.KEY, BuyingTriggers.KEY, Persona.KEY, Qualification.KEY, Intake.KEY)
        .readingContext()
        .readingMonth()
        .version(2);
  }

  @Override
  public Prompt prompt() {
    return AskForQuestions.ASKED.prompt();
  }

  @Override
  public Optional<dev.prospector.agent.Question> question(AgentInput input) {
    return AskForQuestions.question(input);
  }

  @Override
  public Reading<StrategicQuestions> read(
      AgentInput input, dev.prospector.agent.Question asked, Answer answer) {
    return AskForQuestions.read(input, answer, byRules(input));
  }

  @Override
  public StrategicQuestions byRules(AgentInput input) {
    Wording wording = Wording.of(StrategicQuestionsAgent.class, input.context().language());
    Optional<PainPoints> pains = input.find(PainPoints.KEY);
    List<Question> candidates = new ArrayList<>();
    input.find(Qualification.KEY).ifPresent(q -> candidates.addAll(unknown(q, wording)));
    pains
        .flatMap(PainPoints::category)
        .ifPresent(
            category ->
                candidates.add(
                    new Question(
                        wording.say("ask.category." + category),
                        Aim.CONSEQUENCE,
                        Optional.of(Factor.Kind.NEED))));
    candidates.add(new Question(wording.say("ask.process"), Aim.PROCESS, Optional.empty()));
    candidates.add(new Question(wording.say("ask.vision"), Aim.VISION, Optional.empty()));
    return new StrategicQuestions(
        distinct(candidates, pains.map(PainPoints::questions).orElse(List.of())));
  }

  /** The factors of which least is known, by their weight. */
  private static List<Question> unknown(Qualification qualification, Wording wording) {
    return qualification.factors().stream()
        .filter(f -> f.value().known() < 0.5)
        .sorted(Comparator.comparingDouble((Factor f) -> -f.weight() * (1 - f.value().known())))
        .limit(2)
        .map(
            f ->
                new Question(
                    wording.say("ask." + f.kind()),
                    Objects.requireNonNull(AIMS.get(f.kind())),
                    Optional.of(f.kind())))
        .toList();
  }

  private static List<Question> distinct(List<Question> candidates, List<String> asked) {
    List<Question> kept = new ArrayList<>();
    for (Question candidate : candidates) {
      boolean again =
          asked.stream().anyMatch(a -> Overlap.of(a, candidate.text()) >= ALIKE)
              || kept.stream()
                  .anyMatch(
                      k ->
                          k.text().equals(candidate.text())
                              || Overlap.of(k.text(), candidate.text()) >= ALIKE);
      if (!again && kept.size() < MOST) {
        kept.add(candidate);
      }
    }
    return kept;
  }
}
