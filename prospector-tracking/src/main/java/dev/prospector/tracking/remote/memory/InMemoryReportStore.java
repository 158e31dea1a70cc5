package dev.prospector.tracking.remote.memory;

import dev.prospector.event.RunId;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.tracking.remote.AgentReport;
import dev.prospector.tracking.remote.KeptReport;
import dev.prospector.tracking.remote.LeadStart;
import dev.prospector.tracking.remote.RemoteLead;
import dev.prospector.tracking.remote.ReportStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reports of this process; grows with each of them. Safe for several threads. */
public final class InMemoryReportStore implements ReportStore {

  private final Map<Tenant, OfTenant> tenants = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  /** What one tenant's agents reported. */
  private static final class OfTenant {
    private final Map<RunId, List<@Nullable OfLead>> runs = new HashMap<>();
    private final Map<LeadId, OfLead> latest = new HashMap<>();
    private final Map<LeadId, Set<String>> known = new HashMap<>();

    private List<@Nullable OfLead> places(RunId run) {
      return runs.computeIfAbsent(run, r -> new ArrayList<>());
    }
  }

  /** A lead in a run. */
  private static final class OfLead {
    private RemoteLead lead;
    private final List<KeptReport> reports = new ArrayList<>();

    private OfLead(RemoteLead lead) {
      this.lead = lead;
    }
  }

  /** Creates a store without reports. */
  public InMemoryReportStore() {}

  @Override
  public Beginning begin(Tenant tenant, LeadStart start, Instant now) {
    return locked(() -> begin(of(tenant), start, now));
  }

  private static Beginning begin(OfTenant tenant, LeadStart start, Instant now) {
    Optional<OfLead> here = in(tenant, start.run(), start.lead());
    if (here.isPresent()) {
      return new Beginning(here.get().lead, Beginning.Kind.KNOWN);
    }
    OfLead latest = tenant.latest.get(start.lead());
    if (latest != null && !latest.lead.state().status().isEnded()) {
      return new Beginning(latest.lead, Beginning.Kind.ELSEWHERE);
    }
    List<@Nullable OfLead> places = tenant.places(start.run());
    OfLead begun = new OfLead(RemoteLead.begun(start, places.size(), now));
    places.add(begun);
    tenant.latest.put(start.lead(), begun);
    return new Beginning(begun.lead, Beginning.Kind.NEW);
  }

  private static Optional<OfLead> in(OfTenant tenant, RunId run, LeadId lead) {
    for (OfLead place : tenant.runs.getOrDefault(run, List.of())) {
      if (place != null && place.lead.start().lead().equals(lead)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Reception> keep(Tenant tenant, LeadId lead, AgentReport report, Instant now) {
    return locked(
        () -> {
          OfTenant theirs = of(tenant);
          return Optional.ofNullable(theirs.latest.get(lead))
              .map(latest -> keep(theirs, latest, report, now));
        });
  }

  private static Reception keep(OfTenant tenant, OfLead lead, AgentReport report, Instant now) {
    Set<String> known =
        tenant.known.computeIfAbsent(lead.lead.start().lead(), id -> new HashSet<>());
    if (known.contains(report.eventId())) {
      return new Reception(lead.lead, Reception.Kind.KNOWN);
    } else if (lead.lead.state().status().isEnded()) {
      return new Reception(lead.lead, Reception.Kind.AFTER_THE_END);
    } else if (lead.reports.size() >= MOST_REPORTS) {
      return new Reception(lead.lead, Reception.Kind.TOO_MANY);
    }
    known.add(report.eventId());
    lead.reports.add(new KeptReport(report, now));
    lead.lead = lead.lead.after(report, now);
    return new Reception(lead.lead, Reception.Kind.NEW);
  }

  @Override
  public Optional<RemoteLead> find(Tenant tenant, LeadId lead) {
    return locked(() -> Optional.ofNullable(of(tenant).latest.get(lead)).map(of -> of.lead));
  }

  @Override
  public List<KeptReport> reports(Tenant tenant, RunId run, LeadId lead) {
    return locked(
        () -> in(of(tenant), run, lead).map(of -> List.copyOf(of.reports)).orElse(List.of()));
  }

  @Override
  public List<RemoteLead> leads(Tenant tenant, RunId run, long from, int limit) {
    return locked(
        () -> {
          List<RemoteLead> found = new ArrayList<>();
          List<@Nullable OfLead> places = of(tenant).runs.getOrDefault(run, List.of());
          for (long at = Math.max(0, from); at < places.size() && found.size() < limit; at++) {
            OfLead place = places.get((int) at);
            if (place != null) {
              found.add(place.lead);
            }
          }
          return found;
        });
  }

  @Override
  public Tally tally(Tenant tenant, Instant since) {
    return locked(() -> tally(of(tenant).latest.values(), since));
  }

  private static Tally tally(Collection<OfLead> leads, Instant since) {
    long completed = count(leads, RemoteLead.Status.COMPLETED);
    long failed = count(leads, RemoteLead.Status.FAILED);
    long recent =
        leads.stream()
            .filter(of -> !of.lead.start().startTime().orElse(since).isBefore(since))
            .count();
    return new Tally(leads.size() - completed - failed, completed, failed, recent);
  }

  private static long count(Collection<OfLead> leads, RemoteLead.Status status) {
    return leads.stream().filter(of -> of.lead.state().status() == status).count();
  }

  @Override
  public boolean forget(Tenant tenant, LeadId lead) {
    return locked(
        () -> {
          OfTenant theirs = of(tenant);
          theirs.known.remove(lead);
          for (List<@Nullable OfLead> places : theirs.runs.values()) {
            places.replaceAll(of -> of != null && of.lead.start().lead().equals(lead) ? null : of);
          }
          return theirs.latest.remove(lead) != null;
        });
  }

  private OfTenant of(Tenant tenant) {
    return tenants.computeIfAbsent(tenant, t -> new OfTenant());
  }

  private <R> R locked(Supplier<R> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
