package dev.prospector.benchmark.engine;

import dev.prospector.Prospector;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Resource;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.RunOptions;
import java.util.concurrent.atomic.LongAdder;

/** The waiting graph on Prospector, everything on: fingerprints, journal, events. */
final class ProspectorWaiting {

  private static final int WIDEST = 4;

  private ProspectorWaiting() {}

  /** As many leads at a time, each as wide as its graph; steps are not limited beyond that. */
  static Waiting leadsAtOnce(int leads, int leadsAtOnce) {
    RunOptions options = RunOptions.defaults().withConcurrency(leadsAtOnce);
    return new Waiting(
        "Prospector, " + leadsAtOnce + (leadsAtOnce == 1 ? " lead" : " leads") + " at a time",
        leads,
        leadsAtOnce,
        WIDEST * leadsAtOnce,
        count -> pass(options, count));
  }

  /** As many steps at a time, by the limit of the resource that they use. */
  static Waiting stepsAtOnce(int leads, int stepsAtOnce) {
    RunOptions options =
        RunOptions.defaults()
            .withConcurrency(2 * stepsAtOnce)
            .withLimit(Resource.PAGES, stepsAtOnce);
    return new Waiting(
        "Prospector, " + stepsAtOnce + " steps at a time",
        leads,
        2 * stepsAtOnce,
        stepsAtOnce,
        count -> pass(options, count));
  }

  private static void pass(RunOptions options, int leads) {
    LongAdder events = new LongAdder();
    Prospector prospector =
        Prospector.builder()
            .journal(new InMemoryJournal())
            .sink(event -> events.increment())
            .build();
    ProspectorLeads.pass(prospector, pipeline(), options, leads);
  }

  private static Pipeline pipeline() {
    Pipeline.Builder pipeline = Pipeline.named("waiting");
    for (WaitingGraph.Node node : WaitingGraph.NODES) {
      AgentSpec<Mark> spec =
          AgentSpec.writing(Mark.section(node.name())).readingLead().using(Resource.PAGES);
      for (String read : node.reads()) {
        spec = spec.reading(Mark.section(read));
      }
      pipeline.add(new CountedAgent(spec, WaitingGraph::step));
    }
    return pipeline.build();
  }
}
