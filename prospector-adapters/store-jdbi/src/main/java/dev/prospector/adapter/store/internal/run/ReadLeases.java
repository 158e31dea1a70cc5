package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.journal.WriteCalls;
import dev.prospector.adapter.store.internal.sql.Access;
import dev.prospector.call.CallIntent;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.store.Lease;
import java.util.ArrayList;
import java.util.HashMap;
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

  /** Returns leases on leads that were taken just now, and that no other process can change. */
  List<Lease> of(Tenant tenant, RunId run, List<ClaimLeads.Claimed> taken) {
    if (taken.isEmpty()) {
      return List.of();
    }
    List<ClaimLeads.Claimed> again = taken.stream().filter(ClaimLeads.Claimed::wasTaken).toList();
    Map<Long, Lease.Unfinished> before =
        again.isEmpty()
            ? Map.of()
            : access.readTogether(handle -> before(handle, RunKey.of(tenant, run), again));
    List<Lease> leases = new ArrayList<>();
    for (ClaimLeads.Claimed one : taken) {
      long position = one.input().position();
      Lease.Unfinished left = before.getOrDefault(position, Lease.Unfinished.NOTHING);
      Lead lead = one.input().accepted();
      leases.add(new Lease(tenant, run, position, one.token(), lead, left, one.known()));
    }
    return leases;
  }

  private Map<Long, Lease.Unfinished> before(
      Handle handle, RunKey run, List<ClaimLeads.Claimed> taken) {
    Map<String, List<CallIntent>> calls = openCalls(handle, run, taken);
    Map<Long, Lease.Unfinished> before = new HashMap<>();
    for (ClaimLeads.Claimed one : taken) {
      List<CallIntent> open = calls.getOrDefault(one.input().lead(), List.of());
      before.put(
          one.input().position(), new Lease.Unfinished(events(handle, one), open, one.lost()));
    }
    return before;
  }

  private static Map<String, List<CallIntent>> openCalls(
      Handle handle, RunKey run, List<ClaimLeads.Claimed> taken) {
    List<String> leads = taken.stream().map(one -> one.input().lead()).toList();
    return WriteCalls.unsettled(handle, run, leads).stream()
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
