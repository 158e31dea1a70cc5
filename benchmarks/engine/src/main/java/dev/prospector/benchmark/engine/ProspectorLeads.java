package dev.prospector.benchmark.engine;

import dev.prospector.Prospector;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Passes fresh leads through a pipeline and takes every result, as a user would. */
final class ProspectorLeads {

  private ProspectorLeads() {}

  static void pass(Prospector prospector, Pipeline pipeline, RunOptions options, int leads) {
    Iterator<Lead> input = IntStream.range(0, leads).mapToObj(ProspectorLeads::lead).iterator();
    try (Run run = prospector.start(pipeline, input, options);
        Stream<LeadResult> results = run.results()) {
      results.forEach(ProspectorLeads::requireEnriched);
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
