package dev.prospector.agents.outreach;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.registration.Registration;
import dev.prospector.agents.strategy.ApproachPlan;
import dev.prospector.agents.strategy.Objections;
import dev.prospector.agents.strategy.StrategyEvaluation;
import dev.prospector.agents.strategy.StrategyOptions;
import dev.prospector.agents.strategy.ValuePropositions;
import dev.prospector.lead.LeadStage;
import dev.prospector.model.LanguageModel.Answer;
import java.util.Optional;

/** Assembles the seller's page from all that is known, best grounded first. */
public final class BriefingAgent implements ModelAgent<Briefing> {

  /** Creates the agent; it has no state. */
  public BriefingAgent() {}

  @Override
  public AgentSpec<Briefing> spec() {
    return AgentSpec.writing(Briefing.KEY)
        .stage(LeadStage.MESSAGE)
        .reading(CompanyProfile.KEY, ContactDetails.KEY)
        .readingIfPresent(
            Intake.KEY,
            Registration.KEY,
            PainPoints.KEY,
            BuyingTriggers.KEY,
            Qualification.KEY,
            Persona.KEY,
            ValuePropositions.KEY,
            StrategyOptions.KEY,
            StrategyEvaluation.KEY,
            ApproachPlan.KEY,
            Objections.KEY,
            Messages.KEY)
        .readingContext()
        .readingDate()
        .version(4);
  }

  @Override
  public Prompt prompt() {
    return AskForBriefing.ASKED.prompt();
  }

  @Override
  public Optional<Question> question(AgentInput input) {
    return AskForBriefing.question(input);
  }

  @Override
  public Reading<Briefing> read(AgentInput input, Question asked, Answer answer) {
    return AskForBriefing.read(input, answer);
  }

  @Override
  public Briefing byRules(AgentInput input) {
    return new AssembleBriefing(input).byRules();
  }
}
