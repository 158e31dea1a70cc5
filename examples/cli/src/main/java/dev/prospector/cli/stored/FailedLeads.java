package dev.prospector.cli.stored;

import dev.prospector.event.RunEvent;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds in the events of a run which leads failed last, where and why. */
final class FailedLeads {

  private static final int AT_A_TIME = 2000;

  /** Of leads that did not end yet. */
  private final Map<LeadId, Failure> begun = new HashMap<>();

  private final Map<LeadId, Failure> failed = new LinkedHashMap<>();

  /**
   * A lead that failed.
   *
   * @param lead its id
   * @param step the first that failed
   * @param reason what happened and what can be done
   */
  record Failure(String lead, String step, String reason) {}

  private FailedLeads() {}

  /** Returns the failed leads in the order in which they failed, at most so many. */
  static List<Failure> of(RunStore runs, StoredRun run, int most) {
    FailedLeads found = new FailedLeads();
    long after = 0;
    while (after < run.lastEvent()) {
      List<RunEvent> events = runs.events(Tenant.DEFAULT, run.id(), after, AT_A_TIME);
      if (events.isEmpty()) {
        break;
      }
      events.forEach(found::take);
      after = events.get(events.size() - 1).position().number();
    }
    return new ArrayList<>(found.failed.values()).subList(0, Math.min(most, found.failed.size()));
  }

  private void take(RunEvent event) {
    if (event instanceof RunEvent.StepFailed step) {
      String lead = step.lead().value();
      begun.putIfAbsent(step.lead(), new Failure(lead, step.step(), step.reason()));
    } else if (event instanceof RunEvent.LeadFinished lead) {
      Failure failure = begun.remove(lead.lead());
      failed.remove(lead.lead());
      if (lead.status() == LeadStatus.FAILED && failure != null) {
        failed.put(lead.lead(), failure);
      }
    }
  }
}
