package dev.prospector.pipeline;

import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Draws a plan for people. */
final class DrawPipeline {

  private DrawPipeline() {}

  static String text(String name, Plan plan) {
    int idWidth = plan.steps().stream().mapToInt(s -> s.spec().id().length()).max().orElse(0);
    int sectionWidth =
        plan.steps().stream().mapToInt(s -> s.spec().writes().name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    text.append("pipeline ").append(name).append(": ").append(plan.size()).append(" agents\n");
    for (int i = 0; i < plan.size(); i++) {
      Plan.Step step = plan.step(i);
      text.append(String.format("%3d  ", i + 1))
          .append(padded(step.spec().id(), idWidth))
          .append(" -> ")
          .append(padded(step.spec().writes().name(), sectionWidth))
          .append("  ")
          .append(reads(step))
          .append('\n');
    }
    for (List<Integer> group : plan.together()) {
      text.append("     asked together: ")
          .append(
              group.stream().map(i -> plan.step(i).spec().id()).collect(Collectors.joining(", ")))
          .append('\n');
    }
    return text.toString();
  }

  private static String reads(Plan.Step step) {
    List<String> parts = new ArrayList<>();
    AgentSpec<?> spec = step.spec();
    List<String> sources = new ArrayList<>();
    if (spec.readsLead()) {
      sources.add("lead");
    }
    spec.required().forEach(s -> sources.add(s.name()));
    spec.optional().forEach(s -> sources.add(s.name() + "?"));
    if (spec.readsContext()) {
      sources.add("context");
    }
    parts.add("reads " + (sources.isEmpty() ? "nothing" : String.join(", ", sources)));
    if (!spec.resources().isEmpty()) {
      parts.add(
          "uses "
              + spec.resources().stream()
                  .map(r -> r.name().toLowerCase(java.util.Locale.ROOT))
                  .collect(Collectors.joining(", ")));
    }
    if (step.agent() instanceof ModelAgent) {
      parts.add("model on top of rules");
    }
    step.gates().keySet().forEach(g -> parts.add("gated after " + g.section()));
    return String.join("; ", parts);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  static String mermaid(Plan plan) {
    StringBuilder text = new StringBuilder("flowchart TD\n");
    for (Plan.Step step : plan.steps()) {
      String id = step.spec().id();
      text.append("  ").append(id).append("[\"").append(id).append("\"]\n");
    }
    for (Plan.Step step : plan.steps()) {
      for (Plan.Read read : step.reads()) {
        text.append("  ")
            .append(plan.step(read.writer()).spec().id())
            .append(read.required() ? " --> " : " -.-> ")
            .append(step.spec().id())
            .append('\n');
      }
      step.gates()
          .forEach(
              (gate, keeper) ->
                  text.append("  ")
                      .append(plan.step(keeper).spec().id())
                      .append(" -. gate .-> ")
                      .append(step.spec().id())
                      .append('\n'));
    }
    return text.toString();
  }
}
