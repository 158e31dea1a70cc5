package dev.prospector.agents;

import dev.prospector.agents.company.CompanyAnalysisAgent;
import dev.prospector.agents.contact.ContactDetailsAgent;
import dev.prospector.agents.intake.IntakeAgent;
import dev.prospector.agents.need.BuyingTriggersAgent;
import dev.prospector.agents.need.IntentAgent;
import dev.prospector.agents.need.PainPointsAgent;
import dev.prospector.agents.outreach.Briefing;
import dev.prospector.agents.outreach.BriefingAgent;
import dev.prospector.agents.outreach.MessageAgent;
import dev.prospector.agents.outreach.Messages;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.persona.PersonaAgent;
import dev.prospector.agents.qualification.QualificationAgent;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.agents.registration.RegistrationAgent;
import dev.prospector.agents.research.ExternalResearchAgent;
import dev.prospector.agents.rival.CompetitorsAgent;
import dev.prospector.agents.route.RouteAgent;
import dev.prospector.agents.score.ScoresAgent;
import dev.prospector.agents.strategy.ActionPlanAgent;
import dev.prospector.agents.strategy.ApproachPlanAgent;
import dev.prospector.agents.strategy.ObjectionsAgent;
import dev.prospector.agents.strategy.StrategicQuestionsAgent;
import dev.prospector.agents.strategy.StrategyEvaluationAgent;
import dev.prospector.agents.strategy.StrategyOptions;
import dev.prospector.agents.strategy.StrategyOptionsAgent;
import dev.prospector.agents.strategy.ValuePropositionsAgent;
import dev.prospector.agents.technology.TechnologyAgent;
import dev.prospector.agents.website.WebsiteAgent;
import dev.prospector.pipeline.Gate;
import dev.prospector.pipeline.Pipeline;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pipelines that ship. */
public final class Pipelines {

  private Pipelines() {}

  /**
   * Returns the pipeline that researches a company's own site and qualifies it: {@code intake,
   * website, contact-details, technology, registration, company-analysis, qualification, scores}.
   */
  public static Pipeline standard() {
    return Pipeline.named("standard")
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
   * After {@code qualification} a lead goes on at the default gate: it stops where it is not
   * qualified.
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
    return catalogue("enhanced").gate(Gates.belowTier(least)).build();
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
            new BriefingAgent());
  }

  /**
   * Returns the pipeline that goes from the person straight to the message, without research beyond
   * the company's own site.
   */
  public static Pipeline personaFirst() {
    return standard().toBuilder("persona-first")
        .add(
            new PersonaAgent(),
            new StrategyOptionsAgent(),
            new StrategyEvaluationAgent(),
            new ActionPlanAgent(),
            new ApproachPlanAgent(),
            new MessageAgent(),
            new BriefingAgent())
        .gate(
            Gates.belowTier(Tier.LOW, Persona.KEY, StrategyOptions.KEY, Messages.KEY, Briefing.KEY))
        .build();
  }

  /**
   * Returns the pipeline that chooses per lead: all agents, from the person to the message, or
   * research alone, as its {@code route} says.
   */
  public static Pipeline adaptive() {
    return catalogue("adaptive")
        .add(new RouteAgent())
        .gate(Gates.byRoute().toArray(Gate<?>[]::new))
        .gate(Gates.belowTier(Tier.LOW))
        .build();
  }

  /** Returns the pipeline of a name. */
  public static Optional<Pipeline> named(String name) {
    return Optional.ofNullable(all().get(name));
  }

  /**
   * Returns every pipeline that ships, by name; {@code enhanced-high}, {@code enhanced-medium} and
   * {@code enhanced-not-qualified} are {@code enhanced} with that gate.
   */
  public static Map<String, Pipeline> all() {
    Map<String, Pipeline> all = new TreeMap<>();
    all.put("standard", standard());
    all.put("persona-first", personaFirst());
    all.put("adaptive", adaptive());
    for (Tier least : Tier.values()) {
      Pipeline pipeline = enhanced(least);
      all.put(pipeline.name(), pipeline);
    }
    return all;
  }
}
