package dev.prospector.pipeline;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentSpec;
import dev.prospector.dossier.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which agent waits for which: by the sections read, and by the gates. Of two writers the first
 * counts.
 */
final class AgentGraph {

  private final List<AgentSpec<?>> specs;
  private final Map<String, Integer> writers = new HashMap<>();
  private final List<TreeSet<Integer>> waitsFor = new ArrayList<>();

  /** For each gate that has a writer, that writer. */
  private final Map<Gate<?>, Integer> gateKeepers = new LinkedHashMap<>();

  /** For each gate that has a writer, the agents that it guards. */
  private final Map<Gate<?>, TreeSet<Integer>> guarded = new LinkedHashMap<>();

  AgentGraph(List<? extends Agent<?>> agents, List<Gate<?>> gates) {
    this.specs = agents.stream().<AgentSpec<?>>map(Agent::spec).toList();
    for (int i = 0; i < specs.size(); i++) {
      writers.putIfAbsent(specs.get(i).writes().name(), i);
    }
    for (AgentSpec<?> spec : specs) {
      waitsFor.add(writersOf(spec));
    }
    Ancestry ancestry =
        new Ancestry(
            waitsFor.stream().map(TreeSet::new).toList(),
            specs.stream().map(spec -> writersOf(spec.required())).toList());
    for (Gate<?> gate : gates) {
      writer(gate.section()).ifPresent(keeper -> guard(gate, keeper, ancestry));
    }
  }

  Optional<Integer> writer(Section<?> section) {
    return Optional.ofNullable(writers.get(section.name()));
  }

  TreeSet<Integer> waitsFor(int agent) {
    return waitsFor.get(agent);
  }

  /** Returns all that end before an agent begins. */
  TreeSet<Integer> before(int agent) {
    return ancestors(agent, waitsFor);
  }

  /** Returns the gates that an agent waits for, with their keepers. */
  Map<Gate<?>, Integer> gatesBefore(int agent) {
    Map<Gate<?>, Integer> before = new LinkedHashMap<>();
    gateKeepers.forEach(
        (gate, keeper) -> {
          if (guarded.getOrDefault(gate, new TreeSet<>()).contains(agent)) {
            before.put(gate, keeper);
          }
        });
    return before;
  }

  /**
   * Who stands before whom.
   *
   * @param all by all that is read
   * @param needed by what is required alone
   */
  private record Ancestry(List<TreeSet<Integer>> all, List<TreeSet<Integer>> needed) {}

  private TreeSet<Integer> writersOf(AgentSpec<?> spec) {
    TreeSet<Integer> before = writersOf(spec.required());
    before.addAll(writersOf(spec.optional()));
    return before;
  }

  private TreeSet<Integer> writersOf(List<Section<?>> sections) {
    TreeSet<Integer> before = new TreeSet<>();
    sections.forEach(section -> writer(section).ifPresent(before::add));
    return before;
  }

  private void guard(Gate<?> gate, int keeper, Ancestry ancestry) {
    TreeSet<Integer> behind = behind(gate, keeper, ancestry);
    gateKeepers.put(gate, keeper);
    guarded.put(gate, behind);
    behind.forEach(agent -> waitsFor.get(agent).add(keeper));
  }

  private TreeSet<Integer> behind(Gate<?> gate, int keeper, Ancestry ancestry) {
    TreeSet<Integer> behind = new TreeSet<>();
    if (gate.guarded().isEmpty()) {
      TreeSet<Integer> before = ancestors(keeper, ancestry.all());
      for (int agent = 0; agent < specs.size(); agent++) {
        if (agent != keeper && !before.contains(agent)) {
          behind.add(agent);
        }
      }
      return behind;
    }
    TreeSet<Integer> named = new TreeSet<>();
    gate.guarded().forEach(section -> writer(section).ifPresent(named::add));
    TreeSet<Integer> beforeKeeper = ancestors(keeper, ancestry.all());
    for (int agent = 0; agent < specs.size(); agent++) {
      TreeSet<Integer> before = ancestors(agent, ancestry.needed());
      if (agent == keeper || beforeKeeper.contains(agent)) {
        continue; // What the gate itself waits for cannot wait for it.
      }
      if (named.contains(agent) || named.stream().anyMatch(before::contains)) {
        behind.add(agent);
      }
    }
    return behind;
  }

  private static TreeSet<Integer> ancestors(int agent, List<TreeSet<Integer>> waitsFor) {
    TreeSet<Integer> all = new TreeSet<>();
    List<Integer> open = new ArrayList<>(waitsFor.get(agent));
    while (!open.isEmpty()) {
      int next = open.remove(open.size() - 1);
      if (all.add(next)) {
        open.addAll(waitsFor.get(next));
      }
    }
    return all;
  }
}
