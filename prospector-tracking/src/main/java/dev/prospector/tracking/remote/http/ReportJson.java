package dev.prospector.tracking.remote.http;

import dev.prospector.error.RequestException;
import dev.prospector.event.RunId;
import dev.prospector.lead.LeadId;
import dev.prospector.tracking.internal.Fields;
import dev.prospector.tracking.internal.RequestJson;
import dev.prospector.tracking.remote.AgentReport;
import dev.prospector.tracking.remote.Execution;
import dev.prospector.tracking.remote.LeadStart;
import dev.prospector.tracking.remote.RemoteLead;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reports of remote agents as they go over the wire: JSON in UTF-8 with names in {@code
 * snake_case}, and times with their zone.
 */
public final class ReportJson {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_URL = 2_048;
  private static final int LONGEST_TEXT = 16_384;
  private static final int MOST_JSON = 65_536;

  private ReportJson() {}

  /**
   * Reads the beginning of a lead.
   *
   * @throws RequestException if it is no JSON object, or some of its fields are wrong: all problems
   *     at once
   */
  public static LeadStart readStart(byte[] body) {
    Fields fields = new Fields(RequestJson.read(body));
    Optional<LeadId> lead = fields.required("lead_id", LONGEST_NAME, LeadId::of);
    Optional<RunId> run = fields.required("run_id", LONGEST_NAME, RunId::of);
    Optional<String> url = fields.text("url", LONGEST_URL);
    Optional<String> company = fields.text("company_name", LONGEST_NAME);
    Optional<Instant> start = fields.time("start_time", false);
    Optional<String> agent = fields.text("current_agent", LONGEST_NAME);
    fields.check();
    return new LeadStart(lead.orElseThrow(), run.orElseThrow(), url, company, start, agent);
  }

  /**
   * Reads the report of an agent.
   *
   * @throws RequestException if it is no JSON object, or some of its fields are wrong: all problems
   *     at once
   */
  public static AgentReport readReport(byte[] body) {
    Fields fields = new Fields(RequestJson.read(body));
    Optional<String> id = fields.required("event_id", LONGEST_NAME, text -> text);
    Optional<String> agent = fields.required("agent_name", LONGEST_NAME, text -> text);
    Optional<AgentReport.Status> status = fields.code("status", AgentReport.Status.class, true);
    boolean ends = status.filter(s -> s != AgentReport.Status.STARTED).isPresent();
    Optional<Instant> start = fields.time("start_time", true);
    Optional<Instant> end = fields.time("end_time", ends);
    if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
      fields.problem("end_time", "is not before start_time");
    }
    Optional<Duration> processing = fields.seconds("processing_time_seconds");
    AgentReport.Outcome outcome = readOutcome(fields);
    boolean critical = fields.flag("critical");
    Optional<AgentReport.Verdict> verdict =
        fields.code("lead_status", AgentReport.Verdict.class, false);
    fields.check();
    return new AgentReport(
        id.orElseThrow(),
        agent.orElseThrow(),
        status.orElseThrow(),
        new AgentReport.Times(start.orElseThrow(), end, processing),
        outcome,
        critical,
        verdict);
  }

  private static AgentReport.Outcome readOutcome(Fields fields) {
    return new AgentReport.Outcome(
        fields.json("output_json", MOST_JSON),
        fields.json("metrics_json", MOST_JSON),
        fields.text("error_message", LONGEST_TEXT),
        fields.json("final_package_summary", MOST_JSON));
  }

  /** Returns the beginning of a lead as it is sent. */
  public static byte[] write(LeadStart start) {
    ObjectNode node = RequestJson.object();
    node.put("lead_id", start.lead().value());
    node.put("run_id", start.run().value());
    start.url().ifPresent(url -> node.put("url", url));
    start.companyName().ifPresent(name -> node.put("company_name", name));
    start.startTime().ifPresent(time -> node.put("start_time", time.toString()));
    start.currentAgent().ifPresent(agent -> node.put("current_agent", agent));
    return RequestJson.bytes(node);
  }

  /** Returns the report of an agent as it is sent. */
  public static byte[] write(AgentReport report) {
    ObjectNode node = RequestJson.object();
    put(node, report);
    report.verdict().ifPresent(verdict -> node.put("lead_status", verdict.name()));
    report
        .outcome()
        .summary()
        .ifPresent(json -> node.set("final_package_summary", RequestJson.value(json)));
    return RequestJson.bytes(node);
  }

  private static void put(ObjectNode node, AgentReport report) {
    node.put("event_id", report.eventId());
    node.put("agent_name", report.agent());
    node.put("status", report.status().name());
    node.put("start_time", report.times().start().toString());
    report.times().end().ifPresent(end -> node.put("end_time", end.toString()));
    report
        .times()
        .processing()
        .ifPresent(time -> node.put("processing_time_seconds", seconds(time)));
    report.outcome().output().ifPresent(json -> node.set("output_json", RequestJson.value(json)));
    report.outcome().metrics().ifPresent(json -> node.set("metrics_json", RequestJson.value(json)));
    report.outcome().error().ifPresent(error -> node.put("error_message", error));
    node.put("critical", report.critical());
  }

  private static BigDecimal seconds(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros();
  }

  static ObjectNode execution(AgentReport report) {
    ObjectNode node = RequestJson.object();
    put(node, report);
    return node;
  }

  static ObjectNode execution(Execution work) {
    return execution(work.report());
  }

  /** What is not known is null. */
  static ObjectNode state(RemoteLead lead) {
    RemoteLead.State state = lead.state();
    ObjectNode node = RequestJson.object();
    node.put("lead_id", lead.start().lead().value());
    node.put("run_id", lead.start().run().value());
    node.put("url", lead.start().url().orElse(null));
    node.put("status", state.status().name());
    node.put("current_agent", state.agent().orElse(null));
    node.put("start_time", lead.start().startTime().map(Instant::toString).orElse(null));
    node.put("last_update_time", state.updated().toString());
    node.put("end_time", state.end().map(Instant::toString).orElse(null));
    node.put("error_message", state.error().orElse(null));
    node.set("final_package_summary", state.summary().map(RequestJson::value).orElse(null));
    return node;
  }
}
