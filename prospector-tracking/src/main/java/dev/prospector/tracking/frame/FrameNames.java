package dev.prospector.tracking.frame;

import java.util.Map;

/** The names under which events of a run go out. */
final class FrameNames {

  static final String LEAD_END = "lead_enrichment_end";
  static final String STATUS = "status_update";
  static final String ERROR = "pipeline_error";
  static final String END = "pipeline_end";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("run.started", "pipeline_start"),
          Map.entry("lead.accepted", "lead_generated"),
          Map.entry("lead.started", "lead_enrichment_start"),
          Map.entry("step.started", "agent_start"),
          Map.entry("step.completed", "agent_end"),
          Map.entry("step.reused", "agent_end"),
          Map.entry("step.failed", "agent_end"),
          Map.entry("call.intended", "tool_call_start"),
          Map.entry("call.settled", "tool_call_end"),
          Map.entry("lead.finished", LEAD_END),
          Map.entry("run.finished", END));

  private FrameNames() {}

  /** What has no name of its own is news of how things stand. */
  static String of(String type) {
    return NAMES.getOrDefault(type, STATUS);
  }
}
