package dev.prospector.tracking.remote;

import dev.prospector.budget.Usage;
import dev.prospector.dossier.Author;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.event.StepResult;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run tells of a remote lead. It follows from what is kept alone, and only grows with each
 * report: what is written of it already is the beginning of what is to be written.
 */
final class RemoteEvents {

  private static final String WITHOUT_WORDS = "the agent reported no reason";

  private final RemoteLead lead;
  private final LeadId id;
  private final List<EventDraft> drafts = new ArrayList<>();
  private final Map<Work, AgentReport.Status> works = new LinkedHashMap<>();
  private final Map<String, StepResult> steps = new LinkedHashMap<>();

  /** One piece of work. */
  private record Work(String agent, Instant start) {}

  private RemoteEvents(RemoteLead lead) {
    this.lead = lead;
    this.id = lead.start().lead();
  }

  static RemoteEvents of(RemoteLead lead, List<KeptReport> reports) {
    RemoteEvents events = new RemoteEvents(lead);
    Instant first = reports.isEmpty() ? lead.state().updated() : reports.get(0).received();
    events.tell(first, at -> new RunEvent.LeadStarted(at, events.id));
    reports.forEach(events::tell);
    if (lead.state().status().isEnded()) {
      LeadStatus status = events.status();
      String reason = lead.state().error().orElse("");
      events.tell(
          lead.state().updated(), at -> new RunEvent.LeadFinished(at, events.id, status, reason));
    }
    return events;
  }

  /** In order. */
  List<EventDraft> drafts() {
    return drafts;
  }

  /** One for each agent, in the order in which they were first heard of. */
  List<StepResult> steps() {
    return List.copyOf(steps.values());
  }

  LeadStatus status() {
    return lead.state().status() == RemoteLead.Status.FAILED
        ? LeadStatus.FAILED
        : LeadStatus.ENRICHED;
  }

  private void tell(KeptReport kept) {
    AgentReport report = kept.report();
    Work work = new Work(report.agent(), report.times().start());
    AgentReport.Status before = works.get(work);
    if (before == null) {
      tell(kept.received(), at -> new RunEvent.StepStarted(at, id, report.agent()));
      count(report.agent());
    }
    boolean ends = report.status() != AgentReport.Status.STARTED;
    if (before == null || ends && before == AgentReport.Status.STARTED) {
      works.put(work, report.status());
      if (ends) {
        tellEnd(kept.received(), report);
      }
    }
  }

  private void tellEnd(Instant received, AgentReport report) {
    String reason = report.outcome().error().orElse(WITHOUT_WORDS);
    String step = report.agent();
    switch (report.status()) {
      case SUCCESS -> {
        tell(
            received,
            at -> new RunEvent.StepCompleted(at, id, step, Author.SOURCE, 0, Usage.NONE, ""));
        end(step, StepResult.State.COMPLETED, "");
      }
      case SKIPPED -> {
        tell(received, at -> new RunEvent.StepSkipped(at, id, step, reason));
        end(step, StepResult.State.SKIPPED, reason);
      }
      default -> {
        tell(received, at -> new RunEvent.StepFailed(at, id, step, reason));
        end(step, StepResult.State.FAILED, reason);
      }
    }
  }

  private void count(String step) {
    StepResult before = steps.get(step);
    int attempts = before == null ? 1 : before.attempts() + 1;
    steps.put(
        step,
        new StepResult(step, StepResult.State.SKIPPED, "no end of it was reported", attempts));
  }

  private void end(String step, StepResult.State state, String reason) {
    steps.computeIfPresent(
        step, (name, before) -> new StepResult(name, state, reason, before.attempts()));
  }

  private void tell(Instant when, EventDraft.Unnumbered event) {
    drafts.add(new EventDraft(when, event));
  }
}
