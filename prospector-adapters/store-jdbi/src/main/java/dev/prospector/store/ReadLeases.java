package dev.prospector.store;

import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.port.CallIntent;
import dev.prospector.port.Lease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Makes leases of what was taken, with what an earlier holder left. */
final class ReadLeases {

  private final Access access;

  ReadLeases(Access access) {
    this.access = access;
  }

  /** Returns leases on leads that were taken just now, so that nobody else changes them. */
  List<Lease> of(Tenant tenant, RunId run, Object answer) {
    List<ClaimLeads.Claimed> taken = taken(answer);
    if (taken.isEmpty()) {
      return List.of();
    }
    return access.readTogether(
        handle -> {
          Map<String, List<CallIntent>> calls = openCalls(handle, RunKey.of(tenant, run), taken);
          List<Lease> leases = new ArrayList<>();
          for (ClaimLeads.Claimed one : taken) {
            Lead lead = one.input().accepted();
            Lease.Unfinished before =
                new Lease.Unfinished(
                    events(handle, one), calls.getOrDefault(lead.id().value(), List.of()));
            leases.add(new Lease(tenant, run, one.input().position(), one.token(), lead, before));
          }
          return leases;
        });
  }

  private static List<ClaimLeads.Claimed> taken(Object answer) {
    return ((List<?>) answer).stream().map(ClaimLeads.Claimed.class::cast).toList();
  }

  private static Map<String, List<CallIntent>> openCalls(
      Handle handle, RunKey run, List<ClaimLeads.Claimed> taken) {
    List<String> before =
        taken.stream().filter(one -> one.token() > 1).map(one -> one.input().lead()).toList();
    return before.isEmpty()
        ? Map.of()
        : WriteCalls.unsettled(handle, run, before).stream()
            .collect(Collectors.groupingBy(call -> call.lead().value()));
  }

  private List<RunEvent> events(Handle handle, ClaimLeads.Claimed one) {
    return one.begun() == null
        ? List.of()
        : EventRows.ofLead(
            handle,
            access.dialect(),
            new EventRows.Log(one.input().run(), one.week()),
            one.input().position(),
            one.begun());
  }
}
