package dev.prospector.pipeline;

import dev.prospector.agent.Agent;
import dev.prospector.agent.ModelAgent;
import dev.prospector.dossier.Section;
import dev.prospector.model.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what is wrong with the agents that are to be asked in one request. */
final class CheckGroups {

  private final List<? extends Agent<?>> agents;
  private final AgentGraph graph;
  private final List<String> problems = new ArrayList<>();

  CheckGroups(List<? extends Agent<?>> agents, AgentGraph graph) {
    this.agents = agents;
    this.graph = graph;
  }

  List<String> problems(List<List<Section<?>>> groups) {
    Set<Section<?>> seen = new HashSet<>();
    for (List<Section<?>> group : groups) {
      List<Integer> members = new ArrayList<>();
      for (Section<?> section : group) {
        Optional<Integer> writer = graph.writer(section);
        if (writer.isEmpty()) {
          problems.add(
              "a joint question asks for section '" + section + "', which no agent writes");
        } else if (!seen.add(section)) {
          problems.add("section '" + section + "' is asked for in two places: keep one");
        } else {
          members.add(writer.get());
        }
      }
      check(members);
    }
    return problems;
  }

  private void check(List<Integer> members) {
    checkOrder(members);
    checkRoles(members);
    for (int member : members) {
      TreeSet<Integer> before = graph.before(member);
      checkGates(member, members, before);
      for (int between : before) {
        if (!isAsked(between, members)
            && asksOutside(between)
            && members.stream().anyMatch(graph.before(between)::contains)) {
          problems.add(
              name(between)
                  + " asks outside, and stands between the joint question's "
                  + names(members)
                  + ": ask those behind it by themselves");
        }
      }
    }
  }

  private boolean isAsked(int agent, List<Integer> members) {
    return members.contains(agent) && agents.get(agent) instanceof ModelAgent<?>;
  }

  private boolean asksOutside(int agent) {
    Agent<?> there = agents.get(agent);
    return there instanceof ModelAgent<?> || !there.spec().resources().isEmpty();
  }

  private void checkOrder(List<Integer> members) {
    for (int i = 0; i < members.size(); i++) {
      for (int later : members.subList(i + 1, members.size())) {
        if (graph.before(members.get(i)).contains(later)) {
          problems.add(
              "%s is asked before %s, for which it waits: ask it after that"
                  .formatted(name(members.get(i)), name(later)));
        }
      }
    }
  }

  private void checkRoles(List<Integer> members) {
    Map<Role, List<Integer>> roles = new LinkedHashMap<>();
    for (int member : members) {
      if (agents.get(member) instanceof ModelAgent<?> asked) {
        roles.computeIfAbsent(asked.prompt().role(), role -> new ArrayList<>()).add(member);
      }
    }
    if (roles.size() > 1) {
      problems.add(
          "a joint question is asked of one model, but "
              + roles.entrySet().stream()
                  .map(e -> names(e.getValue()) + " need a model for " + e.getKey())
                  .collect(Collectors.joining(", ")));
    }
  }

  /** Whether a member is asked at all must not follow from what another one answers. */
  private void checkGates(int member, List<Integer> members, TreeSet<Integer> before) {
    Map<Integer, Set<Integer>> deciders = new HashMap<>();
    for (int keeper : graph.gatesBefore(member).values()) {
      TreeSet<Integer> decides = graph.before(keeper);
      decides.add(keeper);
      decides.retainAll(members);
      deciders.put(keeper, decides);
    }
    deciders.values().stream()
        .flatMap(Set::stream)
        .distinct()
        .sorted()
        .filter(before::contains)
        .forEach(
            decider ->
                problems.add(
                    "%s decides by a gate whether %s is asked: they cannot be asked together"
                        .formatted(name(decider), name(member))));
  }

  private String names(List<Integer> members) {
    return members.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String name(int agent) {
    return "'" + agents.get(agent).spec().id() + "'";
  }
}
