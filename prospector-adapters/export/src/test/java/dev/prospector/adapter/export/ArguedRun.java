package dev.prospector.adapter.export;

import dev.prospector.Prospector;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.Language;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadSource;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import java.time.Instant;
import java.util.List;

/** The result of the whole catalogue for an invented company, by rules. */
public final class ArguedRun {

  private static final Instant DAY = Instant.parse("2026-06-01T00:00:00Z");

  private ArguedRun() {}

  /**
   * Returns the result.
   *
   * @param language in which it is worded
   * @param words what else stands on the company's page
   */
  public static LeadResult of(Language language, String words) {
    String page =
        "Oak Freight\nOak Freight moves chilled food for supermarkets in Portugal "
            + words
            + " with 60 lorries.\n"
            + "News\nApril 2026\nIn April 2026 we opened a new warehouse in Porto "
            + words
            + ".\nOur routes are still planned by hand in spreadsheets, and late deliveries "
            + "cost us customers "
            + words
            + ".\nWe are looking for a new routing system.\n"
            + "Contact: sales@oakfreight.example, +351 210 000 001\n";
    BusinessContext context =
        BusinessContext.builder()
            .language(language)
            .text(BusinessContext.Text.WHAT_WE_SELL, "Routing for fleets of lorries")
            .items(BusinessContext.Items.PLACES, List.of("Portugal"))
            .items(BusinessContext.Items.PRODUCTS, List.of("Route planner for chilled food"))
            .items(BusinessContext.Items.PAINS, List.of("routes planned by hand in spreadsheets"))
            .items(BusinessContext.Items.ADVANTAGES, List.of("set up within a week"))
            .build();
    Company company =
        Company.named("Oak Freight")
            .withWebsite("https://oakfreight.example/")
            .withCountry("Portugal");
    String row =
        "name: Oak Freight\nemail: sales@oakfreight.example\nphone: +351 210 000 001\n"
            + "country: Portugal\n";
    Lead lead =
        Lead.of(LeadId.of("oak"), company)
            .withSource(new LeadSource("list.csv", 2))
            .withSupplied(
                List.of(
                    Snapshot.row("list.csv:2", row),
                    Snapshot.page("https://oakfreight.example/", page)));
    Prospector prospector = Prospector.builder().businessContext(context).build();
    RunOptions options = RunOptions.defaults().withAsOf(DAY);
    try (Run run =
        prospector.start(
            Pipelines.enhanced(Tier.NOT_QUALIFIED), List.of(lead).iterator(), options)) {
      return run.results().findFirst().orElseThrow();
    }
  }
}
