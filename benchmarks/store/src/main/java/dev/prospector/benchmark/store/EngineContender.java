package dev.prospector.benchmark.store;

import dev.prospector.Prospector;
import dev.prospector.adapter.store.Store;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.http.HttpUrl;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.Journal;
import dev.prospector.tracking.webhook.EndpointId;
import dev.prospector.tracking.webhook.EndpointSettings;
import dev.prospector.tracking.webhook.UrlPolicy;
import dev.prospector.tracking.webhook.Webhooks;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A run of sixteen agents that do nothing, one after the other for each of 64 leads at a time.
 *
 * @param kept what of it is kept in the database
 */
record EngineContender(Databank databank, int steps, Kept kept) implements Contender {

  private static final int LEADS_AT_ONCE = 64;

  /** What is kept in the database. */
  enum Kept {
    NOTHING("without the store"),
    RESULTS("the journal"),
    RUNS("stored runs: results, leads, events, leases"),
    TOLD("stored runs with messages of every event to one webhook");

    private final String text;

    Kept(String text) {
      this.text = text;
    }
  }

  /** Does nothing. */
  private record Nothing(AgentSpec<Mark> spec) implements Agent<Mark> {
    @Override
    public Mark byRules(AgentInput input) {
      return new Mark("v");
    }
  }

  @Override
  public String group() {
    return databank.name() + ", engine, 16 steps a lead, " + LEADS_AT_ONCE + " leads at a time";
  }

  @Override
  public String name() {
    return kept.text;
  }

  @Override
  public boolean baseline() {
    return kept == Kept.NOTHING;
  }

  @Override
  public int rows() {
    return kept == Kept.NOTHING ? 0 : steps;
  }

  @Override
  public Session open() throws Exception {
    databank.empty();
    Store store = databank.store();
    if (kept == Kept.TOLD) {
      EndpointSettings settings = EndpointSettings.of(HttpUrl.parse("https://203.0.113.7/"));
      new Webhooks(store.webhooks(new byte[32]), UrlPolicy.strict().allowingPrivateAddresses())
          .register(Tenant.DEFAULT, EndpointId.of("crm"), settings);
    }
    Pipeline pipeline = pipeline();
    return new Session() {
      @Override
      public void run() {
        pass(pipeline, prospector(store));
      }

      @Override
      public void close() {
        store.close();
      }
    };
  }

  private static Pipeline pipeline() {
    Pipeline.Builder pipeline = Pipeline.named("benchmark");
    for (int i = 0; i < Work.AGENTS; i++) {
      AgentSpec<Mark> spec = AgentSpec.writing(Work.section(i));
      pipeline.add(new Nothing(i == 0 ? spec.readingLead() : spec.reading(Work.section(i - 1))));
    }
    return pipeline.build();
  }

  private Prospector prospector(Store store) {
    Prospector.Builder builder = Prospector.builder();
    return switch (kept) {
      case NOTHING -> builder.journal(Journal.none()).build();
      case RESULTS -> builder.journal(store.journal()).build();
      case RUNS, TOLD -> builder.runs(store.runs()).build();
    };
  }

  private void pass(Pipeline pipeline, Prospector prospector) {
    Iterator<Lead> leads =
        IntStream.range(0, steps / Work.AGENTS).mapToObj(EngineContender::lead).iterator();
    RunOptions options = RunOptions.defaults().withConcurrency(LEADS_AT_ONCE);
    try (Run run = prospector.start(pipeline, leads, options);
        Stream<LeadResult> results = run.results()) {
      results.forEach(EngineContender::requireEnriched);
    }
  }

  private static Lead lead(int index) {
    return Lead.of(LeadId.of("lead-" + index), Company.named("Company " + index));
  }

  private static void requireEnriched(LeadResult result) {
    if (result.status() != LeadStatus.ENRICHED) {
      throw new IllegalStateException(result.lead() + " ended as " + result.steps());
    }
  }
}
