package dev.prospector.benchmark.machines;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentSpec;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.pipeline.Pipeline;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Sixteen agents of which each reads what the one before wrote, and leads for them. */
final class Sequence {

  private Sequence() {}

  /** Returns the pipeline of agents that are made by what they declare. */
  static Pipeline of(String name, Function<AgentSpec<Mark>, Agent<Mark>> agents) {
    Pipeline.Builder pipeline = Pipeline.named(name);
    for (int i = 0; i < Work.STEPS; i++) {
      AgentSpec<Mark> spec = AgentSpec.writing(Mark.section(i));
      pipeline.add(agents.apply(i == 0 ? spec.readingLead() : spec.reading(Mark.section(i - 1))));
    }
    return pipeline.build();
  }

  /** Returns leads that no other batch has; their ids end in their position. */
  static Iterator<Lead> leads(String batch, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Lead.of(LeadId.of(batch + "-" + i), Company.named("Company " + i)))
        .iterator();
  }

  /** Returns the number in which the id of a lead or a step ends. */
  static String number(String id) {
    return id.substring(id.lastIndexOf('-') + 1);
  }
}
