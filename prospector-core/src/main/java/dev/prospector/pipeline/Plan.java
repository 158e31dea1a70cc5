package dev.prospector.pipeline;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Resource;
import dev.prospector.dossier.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The graph as the engine runs it: steps by index, each after those it waits for. */
public final class Plan {

  /**
   * One agent in its place.
   *
   * @param reads the writers of what it reads, required ones first, in the order declared
   * @param waitsFor how many steps end before it starts
   * @param next who waits for it
   * @param gates the gates before it, each with the step after which it stands
   * @param own whether what it gives depends on the lead, so that no other lead's step gives it too
   */
  public record Step(
      Agent<?> agent,
      AgentSpec<?> spec,
      List<Read> reads,
      int waitsFor,
      int[] next,
      Map<Gate<?>, Integer> gates,
      boolean own) {

    /** Returns whether it can ask something outside that only answers. */
    public boolean asksSources() {
      for (Resource resource : spec.resources()) {
        if (resource != Resource.MODEL) {
          return true;
        }
      }
      return false;
    }

    /** Returns whether to run it once more costs nothing but its own time. */
    public boolean isFree() {
      return spec.resources().isEmpty() && !(agent instanceof ModelAgent<?>);
    }
  }

  /** One section that a step reads, and the step that writes it. */
  public record Read(Section<?> section, int writer, boolean required) {}

  private final List<Step> steps;
  private final List<Gate<?>> gates;

  private final List<List<Section<?>>> asked;

  private Plan(List<Step> steps, List<Gate<?>> gates, List<List<Section<?>>> asked) {
    this.steps = List.copyOf(steps);
    this.gates = List.copyOf(gates);
    this.asked = asked.stream().<List<Section<?>>>map(List::copyOf).toList();
  }

  static Plan of(List<Agent<?>> ordered, List<Gate<?>> gates, List<List<Section<?>>> asked) {
    AgentGraph graph = new AgentGraph(ordered, gates);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      AgentSpec<?> spec = ordered.get(i).spec();
      List<Read> reads = reads(spec, graph);
      boolean own =
          spec.readsLead()
              || reads.stream().anyMatch(r -> r.required() && steps.get(r.writer()).own());
      steps.add(
          new Step(
              ordered.get(i),
              spec,
              reads,
              graph.waitsFor(i).size(),
              next(i, ordered.size(), graph),
              graph.gatesBefore(i),
              own));
    }
    return new Plan(steps, gates, asked);
  }

  private static List<Read> reads(AgentSpec<?> spec, AgentGraph graph) {
    List<Read> reads = new ArrayList<>();
    spec.required().forEach(s -> graph.writer(s).ifPresent(w -> reads.add(new Read(s, w, true))));
    spec.optional().forEach(s -> graph.writer(s).ifPresent(w -> reads.add(new Read(s, w, false))));
    return List.copyOf(reads);
  }

  private static int[] next(int step, int size, AgentGraph graph) {
    return java.util.stream.IntStream.range(0, size)
        .filter(other -> graph.waitsFor(other).contains(step))
        .toArray();
  }

  public int size() {
    return steps.size();
  }

  public Step step(int index) {
    return steps.get(index);
  }

  public List<Step> steps() {
    return steps;
  }

  List<Gate<?>> gates() {
    return gates;
  }

  /** Returns the sections that are asked for in one request, by request. */
  List<List<Section<?>>> asked() {
    return asked;
  }

  /** Returns the steps that are asked in one request, in the order asked, by request. */
  public List<List<Integer>> together() {
    return asked.stream().map(group -> group.stream().map(this::writer).toList()).toList();
  }

  private int writer(Section<?> section) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).spec().writes().equals(section)) {
        return i;
      }
    }
    throw new IllegalStateException("no agent writes " + section);
  }

  List<Agent<?>> agents() {
    return steps.stream().<Agent<?>>map(Step::agent).toList();
  }

  /** Returns how many steps can at most run side by side: the widest level of the graph. */
  public int width() {
    int[] level = new int[size()];
    int[] count = new int[size() + 1];
    int widest = 1;
    for (int i = 0; i < size(); i++) {
      widest = Math.max(widest, ++count[level[i]]);
      for (int next : step(i).next()) {
        level[next] = Math.max(level[next], level[i] + 1);
      }
    }
    return widest;
  }
}
