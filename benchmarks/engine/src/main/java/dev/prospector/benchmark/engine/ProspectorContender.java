package dev.prospector.benchmark.engine;

import dev.prospector.Prospector;
import dev.prospector.agent.AgentSpec;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.RunOptions;
import dev.prospector.store.Journal;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Prospector itself, with default options; what it does for each step can be left out one by one,
 * so that the difference shows what it costs. Fingerprints cannot be left out: see {@link
 * FingerprintsAlone}.
 *
 * @param shape how the agents depend on each other
 * @param journal whether every result is kept, in memory, for the whole run
 * @param events whether somebody listens
 */
record ProspectorContender(Shape shape, boolean journal, boolean events) implements Contender {

  /** How the agents depend on each other. */
  enum Shape {
    /** Each reads what the one before wrote. */
    SEQUENCE("sequence of 16", Work.AGENTS),
    /** All read what one source wrote. */
    PARALLEL("source and 16 in parallel", Work.AGENTS + 1);

    private final String text;
    private final int agents;

    Shape(String text, int agents) {
      this.text = text;
      this.agents = agents;
    }

    private Pipeline pipeline() {
      Pipeline.Builder pipeline = Pipeline.named("benchmark");
      for (int i = 0; i < agents; i++) {
        pipeline.add(new CountedAgent(spec(i), Work::step));
      }
      return pipeline.build();
    }

    private AgentSpec<Mark> spec(int agent) {
      AgentSpec<Mark> spec = AgentSpec.writing(Mark.section("section-" + agent));
      if (agent == 0) {
        return spec.readingLead();
      }
      return spec.reading(Mark.section("section-" + (this == SEQUENCE ? agent - 1 : 0)));
    }
  }

  @Override
  public String name() {
    return "Prospector, " + shape.text + features();
  }

  private String features() {
    if (journal && events) {
      return "";
    }
    return journal ? ", no events" : events ? ", no journal" : ", no journal, no events";
  }

  @Override
  public int stepsPerLead() {
    return shape.agents;
  }

  @Override
  public void run(int leads) {
    AtomicLong received = new AtomicLong();
    Prospector.Builder builder =
        Prospector.builder().journal(journal ? new InMemoryJournal() : Journal.none());
    if (events) {
      builder.sink(event -> received.incrementAndGet());
    }
    ProspectorLeads.pass(builder.build(), shape.pipeline(), RunOptions.defaults(), leads);
    if (events && received.get() < 2L * leads * shape.agents) {
      throw new IllegalStateException("only " + received.get() + " events");
    }
  }
}
