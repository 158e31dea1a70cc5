package dev.prospector.pipeline;

import dev.prospector.agent.Agent;
import dev.prospector.dossier.Section;
import dev.prospector.error.ConfigurationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Takes agents out of a pipeline, unless one that stays needs what they write. */
final class LeaveOut {

  private LeaveOut() {}

  static Pipeline of(Pipeline pipeline, Collection<String> ids) {
    Map<Section<?>, String> writers = new HashMap<>();
    List<Plan.Step> left = new ArrayList<>();
    TreeSet<String> unknown = new TreeSet<>(ids);
    for (Plan.Step step : pipeline.plan().steps()) {
      if (ids.contains(step.spec().id())) {
        writers.put(step.spec().writes(), step.spec().id());
        unknown.remove(step.spec().id());
      } else {
        left.add(step);
      }
    }
    List<String> problems = new ArrayList<>();
    unknown.forEach(id -> problems.add("there is no agent '" + id + "' to be left out"));
    left.forEach(step -> addNeeds(step, writers, problems));
    if (left.isEmpty()) {
      problems.add("no agent would be left");
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException("pipeline '" + pipeline.name() + "'", problems);
    }
    List<Gate<?>> gates =
        pipeline.plan().gates().stream()
            .filter(gate -> !writers.containsKey(gate.section()))
            .toList();
    List<List<Section<?>>> groups =
        pipeline.plan().asked().stream().map(group -> without(group, writers)).toList();
    List<Agent<?>> agents = left.stream().<Agent<?>>map(Plan.Step::agent).toList();
    return Pipeline.of(pipeline.name(), Plan.of(agents, gates, groups));
  }

  private static List<Section<?>> without(List<Section<?>> group, Map<Section<?>, String> leftOut) {
    return group.stream().<Section<?>>filter(section -> !leftOut.containsKey(section)).toList();
  }

  private static void addNeeds(
      Plan.Step step, Map<Section<?>, String> writers, List<String> problems) {
    String id = step.spec().id();
    for (Section<?> section : step.spec().required()) {
      addIfLeftOut(id, section, "needs", writers, problems);
    }
    for (Gate<?> gate : step.gates().keySet()) {
      if (!step.spec().required().contains(gate.section())) {
        addIfLeftOut(id, gate.section(), "stands behind the gate after", writers, problems);
      }
    }
  }

  private static void addIfLeftOut(
      String agent,
      Section<?> section,
      String how,
      Map<Section<?>, String> writers,
      List<String> problems) {
    String writer = writers.get(section);
    if (writer != null) {
      problems.add(
          "agent '"
              + agent
              + "' "
              + how
              + " section '"
              + section
              + "' of '"
              + writer
              + "': leave it out as well");
    }
  }
}
