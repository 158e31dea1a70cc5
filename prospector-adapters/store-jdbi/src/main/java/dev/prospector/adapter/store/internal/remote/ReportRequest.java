package dev.prospector.adapter.store.internal.remote;

import dev.prospector.lead.LeadId;
import dev.prospector.tracking.remote.AgentReport;
import dev.prospector.tracking.remote.LeadStart;
import java.time.Instant;

/** What is to change of what remote agents reported. */
sealed interface ReportRequest {

  String tenant();

  record Begin(String tenant, LeadStart start, Instant now) implements ReportRequest {}

  record Keep(String tenant, LeadId lead, AgentReport report, Instant now)
      implements ReportRequest {}

  record Forget(String tenant, LeadId lead) implements ReportRequest {}
}
