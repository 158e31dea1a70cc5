package dev.prospector.agents;

import dev.prospector.agents.company.CompanyAnalysisAgent;
import dev.prospector.agents.contact.ContactDetailsAgent;
import dev.prospector.agents.intake.IntakeAgent;
import dev.prospector.agents.qualification.QualificationAgent;
import dev.prospector.agents.registration.RegistrationAgent;
import dev.prospector.agents.score.ScoresAgent;
import dev.prospector.agents.technology.TechnologyAgent;
import dev.prospector.agents.website.WebsiteAgent;
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

  /** Returns the pipeline of a name. */
  public static Optional<Pipeline> named(String name) {
    return Optional.ofNullable(all().get(name));
  }

  /** Returns every pipeline that ships, by name. */
  public static Map<String, Pipeline> all() {
    return new TreeMap<>(Map.of("standard", standard()));
  }
}
