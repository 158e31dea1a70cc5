package dev.prospector.adapter.export;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.company.CompanyAnalysisAgent;
import dev.prospector.agents.contact.ContactDetailsAgent;
import dev.prospector.agents.intake.IntakeAgent;
import dev.prospector.agents.qualification.QualificationAgent;
import dev.prospector.agents.registration.RegistrationAgent;
import dev.prospector.agents.score.ScoresAgent;
import dev.prospector.agents.technology.TechnologyAgent;
import dev.prospector.agents.website.WebsiteAgent;
import dev.prospector.context.BusinessContext;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadSource;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Results of a run of the standard agents and of one of a host's own, over invented companies. */
public final class SampleRun {

  /** A page that says two things, with characters that count as two in Java. */
  static final String PAGE =
      "😀 Founded in 1990, says the home page.\nFounded in 1991, says another.\n";

  private SampleRun() {}

  /** A section of a host's own, with every kind of field that a section can have. */
  public record Own(
      Fact<String> year,
      Fact<String> nobody,
      Fact<String> none,
      List<Nested> nested,
      Map<String, Integer> counts,
      Optional<Claim<String>> single) {
    public static final Section<Own> KEY = Section.of("own-section", Own.class, 1);
  }

  /** Something inside of a section. */
  public record Nested(String text, Optional<Fact<String>> fact) {}

  /** Writes the host's own section; fails for a company called Broken. */
  static final class OwnAgent implements Agent<Own> {
    @Override
    public AgentSpec<Own> spec() {
      return AgentSpec.writing(Own.KEY).readingLead();
    }

    @Override
    public Own byRules(AgentInput input) {
      if (input.lead().company().name().startsWith("Broken")) {
        throw new IllegalStateException("broken on purpose <b>here</b>");
      }
      Snapshot page = input.keep(Snapshot.page("https://own.example/</script>", PAGE));
      Evidence evidence = input.evidence();
      List<Claim<String>> years =
          List.of(claim(evidence, page, "1990"), claim(evidence, page, "1991"));
      Claim<String> absent = claim(evidence, page, "says another");
      return new Own(
          evidence.fact(years),
          Fact.unknown(),
          evidence.absent(List.of(absent)),
          List.of(new Nested("=1+1", Optional.of(evidence.fact(years.subList(0, 1))))),
          Map.of("b", 2, "a", 1),
          Optional.of(years.get(1)));
    }

    private static Claim<String> claim(Evidence evidence, Snapshot page, String quote) {
      return evidence.claim("year", ValueTypes.TEXT, quote, page, quote).orElseThrow();
    }
  }

  /** Returns the results for companies of these names. */
  public static List<LeadResult> of(String... names) {
    Pipeline pipeline =
        Pipeline.named("sample")
            .add(
                new OwnAgent(),
                new IntakeAgent(),
                new WebsiteAgent(),
                new ContactDetailsAgent(),
                new TechnologyAgent(),
                new RegistrationAgent(),
                new CompanyAnalysisAgent(),
                new QualificationAgent(),
                new ScoresAgent())
            .build();
    BusinessContext context =
        BusinessContext.builder()
            .text(BusinessContext.Text.WHAT_WE_SELL, "Routing for fleets of lorries")
            .items(BusinessContext.Items.PLACES, List.of("Portugal"))
            .build();
    Prospector prospector = Prospector.builder().businessContext(context).build();
    List<Lead> leads = IntStream.range(0, names.length).mapToObj(i -> lead(names[i], i)).toList();
    try (Run run = prospector.start(pipeline, leads)) {
      return run.results().toList();
    }
  }

  private static Lead lead(String name, int index) {
    String row = "name: " + name + "\ncountry: Portugal\nphone: +351 210 000 00" + index + "\n";
    Company company =
        Company.named(name)
            .withCountry("Portugal")
            .withColumns(Map.of("name", name, "prospector.folded_rows", "list.csv:9"));
    return Lead.of(LeadId.of("lead-" + index), company)
        .withSource(new LeadSource("list.csv", index + 2))
        .withSupplied(List.of(Snapshot.row("list.csv:" + (index + 2), row)));
  }
}
