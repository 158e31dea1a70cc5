package dev.prospector.benchmark.store;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.pipeline.LeadResult;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.pipeline.Run;
import dev.prospector.pipeline.RunOptions;
import dev.prospector.port.Journal;
import dev.prospector.store.Store;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A run of sixteen agents that do nothing, one after the other for each of 64 leads at a time.
 *
 * @param durable whether the results are kept in the database; else nowhere
 */
record EngineContender(Databank databank, int steps, boolean durable) implements Contender {

  private static final int LEADS_AT_ONCE = 64;

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
    return durable ? "with the journal" : "without";
  }

  @Override
  public boolean baseline() {
    return !durable;
  }

  @Override
  public int kept() {
    return durable ? steps : 0;
  }

  @Override
  public Session open() throws Exception {
    databank.empty();
    Store store = databank.store();
    Pipeline pipeline = pipeline();
    return new Session() {
      @Override
      public void run() {
        pass(pipeline, durable ? store.journal() : Journal.none());
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

  private void pass(Pipeline pipeline, Journal journal) {
    Prospector prospector = Prospector.builder().journal(journal).build();
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
