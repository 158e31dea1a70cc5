package dev.prospector.tracking.remote.http;

import dev.prospector.error.InputException;
import dev.prospector.error.PortException;
import dev.prospector.error.RequestException;
import dev.prospector.event.RunId;
import dev.prospector.lead.LeadId;
import dev.prospector.tracking.internal.RequestBody;
import dev.prospector.tracking.internal.RequestJson;
import dev.prospector.tracking.remote.AgentReport;
import dev.prospector.tracking.remote.RemoteLead;
import dev.prospector.tracking.remote.RemoteRuns;
import dev.prospector.tracking.remote.ReportStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers the requests of remote agents, as bytes: any web framework hands them over, in the name
 * of a tenant that it has authenticated. Safe for several threads.
 *
 * <p>It knows {@code POST /api/lead/start}, {@code POST /api/lead/{lead_id}/event}, {@code GET
 * /api/lead/{lead_id}/status}, {@code GET /api/run/{run_id}/status} and {@code GET /metrics}.
 */
public final class RemoteRunsEndpoint {

  /** The most bytes of a body that are read. */
  public static final int MOST_BYTES = 262_144;

  private final RemoteRuns runs;

  /** Answers for these runs. */
  public RemoteRunsEndpoint(RemoteRuns runs) {
    this.runs = Objects.requireNonNull(runs);
  }

  /** Returns the answer to a request; an error is an answer too. */
  public TrackingAnswer answer(TrackingRequest request) {
    try {
      return route(request);
    } catch (RequestException e) {
      return Problem.of(request, e);
    } catch (PortException e) {
      return Problem.away(request, e);
    } catch (InputException e) {
      return Problem.of(
          request,
          new RequestException(
              RequestException.Kind.MISSING, "not-found", String.valueOf(e.getMessage())));
    }
  }

  private TrackingAnswer route(TrackingRequest request) {
    List<String> path = Target.segments(request.path());
    boolean lead = path.size() >= 3 && path.get(0).equals("api") && path.get(1).equals("lead");
    if (path.equals(List.of("api", "lead", "start"))) {
      return request.method().equals("POST") ? start(request) : Problem.method(request, "POST");
    } else if (lead && path.size() == 4 && path.get(3).equals("event")) {
      return request.method().equals("POST")
          ? report(request, LeadId.of(path.get(2)))
          : Problem.method(request, "POST");
    } else if (!isRead(request)) {
      return Problem.method(request, "GET");
    } else if (lead && path.size() == 4 && path.get(3).equals("status")) {
      return status(request, LeadId.of(path.get(2)));
    } else if (path.size() == 4
        && path.subList(0, 2).equals(List.of("api", "run"))
        && path.get(3).equals("status")) {
      return run(request, RunId.of(path.get(2)));
    } else if (path.equals(List.of("metrics"))) {
      return metrics(request);
    }
    throw new RequestException(
        RequestException.Kind.MISSING, "not-found", "there is nothing at this address");
  }

  private static boolean isRead(TrackingRequest request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  private TrackingAnswer start(TrackingRequest request) {
    ReportStore.Beginning begun = runs.start(request.tenant(), ReportJson.readStart(body(request)));
    boolean isNew = begun.kind() == ReportStore.Beginning.Kind.NEW;
    return json(isNew ? 201 : 200, ReportJson.state(begun.lead()));
  }

  private TrackingAnswer report(TrackingRequest request, LeadId lead) {
    AgentReport report = ReportJson.readReport(body(request));
    ReportStore.Reception reception = runs.report(request.tenant(), lead, report);
    ObjectNode node = RequestJson.object();
    node.set("agent_event_recorded", ReportJson.execution(report));
    node.set("current_lead_state", ReportJson.state(reception.lead()));
    return json(reception.kind() == ReportStore.Reception.Kind.NEW ? 201 : 200, node);
  }

  private static byte[] body(TrackingRequest request) {
    RequestBody.checkJson(request.contentType(), request.body(), MOST_BYTES);
    return request.body();
  }

  private TrackingAnswer status(TrackingRequest request, LeadId lead) {
    RemoteRuns.LeadView view = runs.lead(request.tenant(), lead);
    ArrayNode work = RequestJson.array();
    view.work().forEach(one -> work.add(ReportJson.execution(one)));
    ObjectNode node = RequestJson.object();
    node.set("lead_status", ReportJson.state(view.lead()));
    node.set("agent_executions", work);
    return json(200, node);
  }

  private TrackingAnswer run(TrackingRequest request, RunId run) {
    Target.Page page = Target.page(request.query());
    RemoteRuns.RunView view = runs.run(request.tenant(), run, page.from(), page.limit() + 1);
    List<RemoteLead> leads = view.leads().stream().limit(page.limit()).toList();
    ObjectNode node = RequestJson.object();
    node.put("run_id", run.value());
    node.put("status", view.run().state().name());
    ArrayNode states = node.putArray("leads");
    leads.forEach(lead -> states.add(ReportJson.state(lead)));
    if (view.leads().size() > leads.size()) {
      node.put("next_cursor", Target.cursor(leads.get(leads.size() - 1).position() + 1));
    }
    return json(200, node);
  }

  /** A share of nothing is not known. */
  private TrackingAnswer metrics(TrackingRequest request) {
    ReportStore.Tally tally = runs.tally(request.tenant());
    long ended = tally.completed() + tally.failed();
    Optional<Double> rate =
        ended == 0 ? Optional.empty() : Optional.of((double) tally.completed() / ended);
    ObjectNode node = RequestJson.object();
    node.put("total_leads", tally.total());
    node.put("active_leads", tally.active());
    node.put("completed_leads", tally.completed());
    node.put("failed_leads", tally.failed());
    node.put("recent_leads_24h", tally.recent());
    node.put("success_rate", rate.orElse(null));
    node.put("timestamp", runs.now().toString());
    return json(200, node);
  }

  private static TrackingAnswer json(int status, ObjectNode node) {
    return new TrackingAnswer(
        status, Map.of("Content-Type", "application/json"), RequestJson.bytes(node));
  }
}
