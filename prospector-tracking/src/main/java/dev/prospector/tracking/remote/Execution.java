package dev.prospector.tracking.remote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One piece of work of a remote agent: of its reports the one that tells most, so that the order in
 * which they came changes nothing.
 *
 * @param report the end of the work if it was reported, else its beginning
 */
public record Execution(AgentReport report) {

  private record Work(String agent, Instant start) {}

  /** Returns the work that was reported, in the order in which it was first heard of. */
  static List<Execution> of(List<KeptReport> reports) {
    Map<Work, AgentReport> works = new LinkedHashMap<>();
    for (KeptReport kept : reports) {
      AgentReport report = kept.report();
      works.merge(new Work(report.agent(), report.times().start()), report, Execution::fuller);
    }
    List<Execution> executions = new ArrayList<>();
    works.values().forEach(report -> executions.add(new Execution(report)));
    return List.copyOf(executions);
  }

  private static AgentReport fuller(AgentReport before, AgentReport now) {
    return before.status() == AgentReport.Status.STARTED ? now : before;
  }
}
