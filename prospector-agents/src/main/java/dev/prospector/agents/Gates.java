package dev.prospector.agents;

import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.outreach.Briefing;
import dev.prospector.agents.outreach.Messages;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.agents.research.ExternalIntelligence;
import dev.prospector.agents.rival.Competitors;
import dev.prospector.agents.route.Route;
import dev.prospector.agents.strategy.Objections;
import dev.prospector.agents.strategy.StrategicQuestions;
import dev.prospector.agents.strategy.StrategyOptions;
import dev.prospector.agents.strategy.ValuePropositions;
import dev.prospector.agents.wanted.RuledOut;
import dev.prospector.agents.wanted.RuledOut.Kind;
import dev.prospector.dossier.Section;
import dev.prospector.pipeline.Gate;
import java.util.List;
import java.util.Optional;

/**
 * The gates that ship. They guard what a model or a search is paid for; qualification and scores
 * always run. What is unknown never stops a lead.
 */
public final class Gates {

  private Gates() {}

  /**
   * Returns the gate after {@code qualification}.
   *
   * @param least the lowest tier that goes on
   */
  public static Gate<Qualification> belowTier(Tier least) {
    return belowTier(
        least,
        Competitors.KEY,
        Persona.KEY,
        ValuePropositions.KEY,
        StrategicQuestions.KEY,
        StrategyOptions.KEY,
        Messages.KEY,
        Briefing.KEY);
  }

  /**
   * Returns the gate after {@code company-analysis}: who is excluded by the context's lists goes no
   * further, and neither does a company that is surely outside its industries, unless every tier
   * goes on.
   *
   * @param least the lowest tier that goes on after {@code qualification}
   */
  public static Gate<CompanyProfile> ruledOut(Tier least) {
    return ruledOut(
        least,
        ExternalIntelligence.KEY,
        PainPoints.KEY,
        BuyingTriggers.KEY,
        Competitors.KEY,
        Persona.KEY,
        ValuePropositions.KEY,
        StrategicQuestions.KEY,
        StrategyOptions.KEY,
        Messages.KEY,
        Briefing.KEY);
  }

  /** Returns the gate after {@code company-analysis} for a pipeline that writes these sections. */
  static Gate<CompanyProfile> ruledOut(Tier least, Section<?>... guarded) {
    return Gate.after(CompanyProfile.KEY, profile -> reason(profile, least)).guarding(guarded);
  }

  private static Optional<String> reason(CompanyProfile profile, Tier least) {
    return profile
        .ruledOut()
        .filter(out -> out.kind() != Kind.OTHER_INDUSTRY || least != Tier.NOT_QUALIFIED)
        .map(Gates::reason);
  }

  private static String reason(RuledOut out) {
    return switch (out.kind()) {
      case NO_COMPANY -> "it is no company to go by: " + out.words();
      case AVOIDED_DOMAIN, AVOIDED_COMPANY -> "it is to be avoided: " + out.words();
      case COMPETITOR -> "it is a competitor: " + out.words();
      case OTHER_INDUSTRY ->
          "its industry is " + out.words() + ", which the context does not look for";
    };
  }

  /** Returns the gate after {@code qualification} for a pipeline that writes these sections. */
  static Gate<Qualification> belowTier(Tier least, Section<?>... guarded) {
    return Gate.after(Qualification.KEY, qualification -> reason(qualification, least))
        .guarding(guarded);
  }

  /**
   * Returns the gates after {@code route}: a lead that goes from the person to the message is
   * spared research and argument, and one of which little is known is researched and not written
   * to.
   */
  public static List<Gate<Route>> byRoute() {
    return List.of(
        Gate.after(Route.KEY, route -> taken(route, Route.Way.PERSONA_FIRST))
            .guarding(
                ExternalIntelligence.KEY,
                Competitors.KEY,
                ValuePropositions.KEY,
                StrategicQuestions.KEY,
                Objections.KEY),
        Gate.after(Route.KEY, route -> taken(route, Route.Way.RESEARCH_FIRST))
            .guarding(StrategyOptions.KEY, Messages.KEY));
  }

  private static Optional<String> taken(Route route, Route.Way way) {
    return route.way() == way ? Optional.of("its route is " + way) : Optional.empty();
  }

  private static Optional<String> reason(Qualification qualification, Tier least) {
    return qualification.tier().compareTo(least) <= 0
        ? Optional.empty()
        : Optional.of("its tier is " + qualification.tier() + ", and the gate asks for " + least);
  }
}
