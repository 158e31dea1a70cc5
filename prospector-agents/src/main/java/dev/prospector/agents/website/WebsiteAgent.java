package dev.prospector.agents.website;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Resource;
import dev.prospector.agents.intake.Intake;

/**
 * Reads the home page of a company's site, then its contact, about, services, pricing, jobs and
 * legal pages, at most eight in all, and keeps each twice: as people read it and as the server sent
 * it. Pages that the host supplied with the lead come first.
 */
public final class WebsiteAgent implements Agent<Website> {

  /** Creates the agent; it has no state. */
  public WebsiteAgent() {}

  @Override
  public AgentSpec<Website> spec() {
    return AgentSpec.writing(Website.KEY)
        .reading(Intake.KEY)
        .readingLead()
        .using(Resource.PAGES)
        .ignoringConfidence()
        .version(6);
  }

  @Override
  public Website byRules(AgentInput input) throws InterruptedException {
    ReadSite site = new ReadSite(input);
    site.readSupplied();
    Intake intake = input.get(Intake.KEY);
    if (intake.website().value().isPresent()) {
      site.readFrom(intake.website().value().get(), intake.domain().value().orElse(""));
    }
    return site.website();
  }
}
