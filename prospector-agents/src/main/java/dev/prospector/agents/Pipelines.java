package dev.prospector.agents;

import dev.prospector.agents.company.CompanyAnalysisAgent;
import dev.prospector.agents.contact.ContactDetailsAgent;
import dev.prospector.agents.intake.IntakeAgent;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.BuyingTriggersAgent;
import dev.prospector.agents.need.IntentAgent;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.need.PainPointsAgent;
import dev.prospector.agents.outreach.Briefing;
import dev.prospector.agents.outreach.BriefingAgent;
import dev.prospector.agents.outreach.MessageAgent;
import dev.prospector.agents.outreach.Messages;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.persona.PersonaAgent;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.qualification.QualificationAgent;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.agents.registration.RegistrationAgent;
import dev.prospector.agents.research.ExternalIntelligence;
import dev.prospector.agents.research.ExternalResearchAgent;
import dev.prospector.agents.rival.Competitors;
import dev.prospector.agents.rival.CompetitorsAgent;
import dev.prospector.agents.route.RouteAgent;
import dev.prospector.agents.route.Split;
import dev.prospector.agents.score.ScoresAgent;
import dev.prospector.agents.strategy.ActionPlan;
import dev.prospector.agents.strategy.ActionPlanAgent;
import dev.prospector.agents.strategy.ApproachPlan;
import dev.prospector.agents.strategy.ApproachPlanAgent;
import dev.prospector.agents.strategy.Objections;
import dev.prospector.agents.strategy.ObjectionsAgent;
import dev.prospector.agents.strategy.StrategicQuestions;
import dev.prospector.agents.strategy.StrategicQuestionsAgent;
import dev.prospector.agents.strategy.StrategyEvaluation;
import dev.prospector.agents.strategy.StrategyEvaluationAgent;
import dev.prospector.agents.strategy.StrategyOptions;
import dev.prospector.agents.strategy.StrategyOptionsAgent;
import dev.prospector.agents.strategy.ValuePropositions;
import dev.prospector.agents.strategy.ValuePropositionsAgent;
import dev.prospector.agents.technology.TechnologyAgent;
import dev.prospector.agents.website.WebsiteAgent;
import dev.prospector.dossier.Section;
import dev.prospector.pipeline.Gate;
import dev.prospector.pipeline.Pipeline;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The pipelines that ship. */
public final class Pipelines {

  private static final String STANDARD = "standard";
  private static final String ENHANCED = "enhanced";
  private static final String PERSONA_FIRST = "persona-first";
  private static final String ADAPTIVE = "adaptive";
  private static final String SPLIT = "split";

  /** What is not qualified is not argued for and written to. */
  private static final Tier USUAL = Tier.LOW;

  /** What {@code persona-first} argues and writes. */
  private static final Section<?>[] WRITTEN_FIRST = {
    Persona.KEY, StrategyOptions.KEY, Messages.KEY, Briefing.KEY
  };

  private Pipelines() {}

  /**
   * Returns the pipeline that researches a company's own site and qualifies it: {@code intake,
   * website, contact-details, technology, registration, company-analysis, qualification, scores}.
   */
  public static Pipeline standard() {
    return Pipeline.named(STANDARD)
        .add(
            new IntakeAgent(),
            new WebsiteAgent(),
            new ContactDetailsAgent(),
            new TechnologyAgent(),
            new RegistrationAgent(),
            new CompanyAnalysisAgent(),
            new QualificationAgent(),
            new ScoresAgent())
        .build();
  }

  /**
   * Returns the pipeline of the whole catalogue: researches, qualifies, argues, plans and writes.
   * After {@code company-analysis} a lead stops that is excluded or surely outside the industries;
   * after {@code qualification} it goes on at the default gate: it stops where it is not qualified.
   */
  public static Pipeline enhanced() {
    return enhanced(Tier.LOW);
  }

  /**
   * Returns the pipeline of the whole catalogue with a gate of one's own.
   *
   * @param least the lowest tier that goes on after {@code qualification}
   */
  public static Pipeline enhanced(Tier least) {
    return catalogue(gated(ENHANCED, least))
        .gate(Gates.ruledOut(least))
        .gate(Gates.belowTier(least))
        .build();
  }

  /** The usual gate is in no name. */
  private static String gated(String name, Tier least) {
    return least == USUAL
        ? name
        : name + "-" + least.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Pipeline.Builder catalogue(String name) {
    return standard().toBuilder(name)
        .add(
            new ExternalResearchAgent(),
            new PainPointsAgent(),
            new CompetitorsAgent(),
            new BuyingTriggersAgent(),
            new IntentAgent(),
            new PersonaAgent(),
            new ValuePropositionsAgent(),
            new StrategicQuestionsAgent(),
            new StrategyOptionsAgent(),
            new StrategyEvaluationAgent(),
            new ActionPlanAgent(),
            new ApproachPlanAgent(),
            new ObjectionsAgent(),
            new MessageAgent(),
            new BriefingAgent())
        .asking(ExternalIntelligence.KEY, PainPoints.KEY, BuyingTriggers.KEY, Qualification.KEY)
        .asking(
            Competitors.KEY,
            Persona.KEY,
            ValuePropositions.KEY,
            StrategicQuestions.KEY,
            StrategyOptions.KEY,
            StrategyEvaluation.KEY)
        .asking(ActionPlan.KEY, ApproachPlan.KEY, Objections.KEY, Messages.KEY);
  }

  /**
   * Returns the pipeline that goes from the person straight to the message, without research beyond
   * the company's own site.
   */
  public static Pipeline personaFirst() {
    return personaFirst(USUAL);
  }

  /**
   * Returns the pipeline that goes from the person straight to the message, with a gate of one's
   * own.
   *
   * @param least the lowest tier that goes on after {@code qualification}
   */
  public static Pipeline personaFirst(Tier least) {
    return standard().toBuilder(gated(PERSONA_FIRST, least))
        .add(
            new PersonaAgent(),
            new StrategyOptionsAgent(),
            new StrategyEvaluationAgent(),
            new ActionPlanAgent(),
            new ApproachPlanAgent(),
            new MessageAgent(),
            new BriefingAgent())
        .asking(Persona.KEY, StrategyOptions.KEY, StrategyEvaluation.KEY)
        .asking(ActionPlan.KEY, ApproachPlan.KEY, Messages.KEY)
        .gate(Gates.ruledOut(least, WRITTEN_FIRST))
        .gate(Gates.belowTier(least, WRITTEN_FIRST))
        .build();
  }

  /**
   * Returns the pipeline that chooses per lead: all agents, from the person to the message, or
   * research alone, as its {@code route} says.
   */
  public static Pipeline adaptive() {
    return adaptive(USUAL);
  }

  /**
   * Returns the pipeline that chooses per lead, with a gate of one's own.
   *
   * @param least the lowest tier that goes on after {@code qualification}
   */
  public static Pipeline adaptive(Tier least) {
    return catalogue(gated(ADAPTIVE, least))
        .add(new RouteAgent())
        .gate(Gates.ruledOut(least))
        .gate(Gates.byRoute().toArray(Gate<?>[]::new))
        .gate(Gates.belowTier(least))
        .build();
  }

  /**
   * Returns the pipeline that draws a way for each lead, so that ways can be compared.
   *
   * @param least the lowest tier that goes on after {@code qualification}
   */
  public static Pipeline split(Split split, Tier least) {
    return adaptive(least).toBuilder(gated(SPLIT, least) + ":" + split)
        .replace(new RouteAgent(split))
        .build();
  }

  /** Returns the pipeline of a name, also one that {@link #split} gave; makes no other. */
  public static Optional<Pipeline> named(String name) {
    return name.startsWith(SPLIT)
        ? splitNamed(name)
        : Optional.ofNullable(makers().get(name)).map(Supplier::get);
  }

  private static Optional<Pipeline> splitNamed(String name) {
    String[] parts = name.split(":", 3);
    return Stream.of(Tier.values())
        .filter(least -> parts.length == 3 && parts[0].equals(gated(SPLIT, least)))
        .map(least -> split(Split.of(parts[1], parts[2]), least))
        .findFirst();
  }

  /**
   * Returns a pipeline with another gate after {@code qualification}.
   *
   * @param name of a pipeline that argues and writes, without a gate in it
   * @param least the lowest tier that goes on
   * @return empty if there is none of the name, or it has no gate
   */
  public static Optional<Pipeline> named(String name, Tier least) {
    boolean hasGate = List.of(ENHANCED, PERSONA_FIRST, ADAPTIVE).contains(name);
    return hasGate ? named(gated(name, least)) : Optional.empty();
  }

  /** Returns the names of the pipelines that ship, sorted, without making one. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(makers().keySet());
  }

  /**
   * Returns every pipeline that ships, by name. Those that argue and write are there with each
   * gate, such as {@code enhanced-high}; without a word about it the gate is the usual one.
   */
  public static Map<String, Pipeline> all() {
    Map<String, Pipeline> all = new TreeMap<>();
    makers().forEach((name, maker) -> all.put(name, maker.get()));
    return all;
  }

  private static SortedMap<String, Supplier<Pipeline>> makers() {
    SortedMap<String, Supplier<Pipeline>> makers = new TreeMap<>();
    makers.put(STANDARD, Pipelines::standard);
    for (Tier least : Tier.values()) {
      makers.put(gated(ENHANCED, least), () -> enhanced(least));
      makers.put(gated(PERSONA_FIRST, least), () -> personaFirst(least));
      makers.put(gated(ADAPTIVE, least), () -> adaptive(least));
    }
    return makers;
  }
}
