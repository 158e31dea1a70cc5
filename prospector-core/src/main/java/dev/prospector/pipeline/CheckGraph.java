package dev.prospector.pipeline;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentSpec;
import dev.prospector.dossier.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds everything that is wrong with a graph of agents, and an order if nothing is. */
final class CheckGraph {

  private final List<Agent<?>> agents;
  private final List<Gate<?>> gates;
  private final AgentGraph graph;
  private final List<String> problems = new ArrayList<>();
  private final List<Agent<?>> ordered = new ArrayList<>();

  CheckGraph(List<Agent<?>> agents, List<Gate<?>> gates, List<List<Section<?>>> groups) {
    this.agents = List.copyOf(agents);
    this.gates = List.copyOf(gates);
    this.graph = new AgentGraph(this.agents, this.gates);
    if (agents.isEmpty()) {
      problems.add("it has no agents: add at least one");
    }
    checkIds();
    checkWriters();
    checkReaders();
    checkGates();
    problems.addAll(new CheckGroups(this.agents, graph).problems(groups));
    order();
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  List<Agent<?>> ordered() {
    return List.copyOf(ordered);
  }

  private void checkIds() {
    groups(spec -> spec.id())
        .forEach(
            (id, specs) -> {
              if (specs.size() > 1) {
                problems.add(specs.size() + " agents have the id '" + id + "': name them apart");
              }
            });
  }

  private void checkWriters() {
    groups(spec -> spec.writes().name())
        .forEach(
            (section, specs) -> {
              if (specs.size() > 1) {
                problems.add(
                    "section '"
                        + section
                        + "' has "
                        + specs.size()
                        + " writers, "
                        + names(specs)
                        + ": keep one");
              }
            });
  }

  private void checkReaders() {
    for (Agent<?> agent : agents) {
      for (Section<?> section : agent.spec().required()) {
        if (graph.writer(section).isEmpty()) {
          problems.add(
              "agent '"
                  + agent.spec().id()
                  + "' reads section '"
                  + section
                  + "', which no agent writes: add its writer, or read it if present");
        }
      }
    }
  }

  private void checkGates() {
    for (Gate<?> gate : gates) {
      if (graph.writer(gate.section()).isEmpty()) {
        problems.add("a gate stands after section '" + gate.section() + "', which no agent writes");
      }
      for (Section<?> section : gate.guarded()) {
        if (graph.writer(section).isEmpty()) {
          problems.add("a gate guards section '" + section + "', which no agent writes");
        }
      }
    }
  }

  /**
   * Sorts topologically: takes agents that wait for no other, repeatedly, in the order given; what
   * is left is a cycle.
   */
  private void order() {
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < agents.size(); i++) {
      left.add(i);
    }
    List<Integer> done = new ArrayList<>();
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Integer agent : List.copyOf(left)) {
        if (done.containsAll(graph.waitsFor(agent))) {
          done.add(agent);
          left.remove(agent);
          moved = true;
        }
      }
    }
    if (!left.isEmpty()) {
      problems.add("the agents wait for each other in a circle: " + circle(left));
    }
    done.forEach(i -> ordered.add(agents.get(i)));
  }

  /** Follows one who waits to the next one, until somebody comes again. */
  private String circle(List<Integer> left) {
    List<Integer> path = new ArrayList<>();
    Integer next = left.get(0);
    while (!path.contains(next)) {
      path.add(next);
      next = graph.waitsFor(next).stream().filter(left::contains).findFirst().orElseThrow();
    }
    List<Integer> circle = new ArrayList<>(path.subList(path.indexOf(next), path.size()));
    circle.add(next);
    return circle.stream()
        .map(i -> "'" + agents.get(i).spec().id() + "'")
        .collect(Collectors.joining(" waits for "));
  }

  private Map<String, List<AgentSpec<?>>> groups(
      java.util.function.Function<AgentSpec<?>, String> key) {
    Map<String, List<AgentSpec<?>>> groups = new LinkedHashMap<>();
    for (Agent<?> agent : agents) {
      groups.computeIfAbsent(key.apply(agent.spec()), k -> new ArrayList<>()).add(agent.spec());
    }
    return groups;
  }

  private static String names(List<AgentSpec<?>> specs) {
    return specs.stream().map(s -> "'" + s.id() + "'").collect(Collectors.joining(" and "));
  }
}
