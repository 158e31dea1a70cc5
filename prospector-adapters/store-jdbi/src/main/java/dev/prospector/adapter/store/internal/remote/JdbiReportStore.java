package dev.prospector.adapter.store.internal.remote;

import dev.prospector.adapter.store.internal.sql.Access;
import dev.prospector.adapter.store.internal.sql.Nanos;
import dev.prospector.event.RunId;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.tracking.remote.AgentReport;
import dev.prospector.tracking.remote.KeptReport;
import dev.prospector.tracking.remote.LeadStart;
import dev.prospector.tracking.remote.RemoteLead;
import dev.prospector.tracking.remote.ReportStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What remote agents reported, in the database of the runs. */
public final class JdbiReportStore implements ReportStore {

  private final Access access;
  private final ChangeReports changes;

  public JdbiReportStore(Access access) {
    this.access = access;
    this.changes = new ChangeReports(access.dialect());
  }

  @Override
  public Beginning begin(Tenant tenant, LeadStart start, Instant now) {
    return (Beginning) access.write(changes, new ReportRequest.Begin(tenant.id(), start, now));
  }

  @Override
  public Optional<Reception> keep(Tenant tenant, LeadId lead, AgentReport report, Instant now) {
    Object kept = access.write(changes, new ReportRequest.Keep(tenant.id(), lead, report, now));
    return ((Optional<?>) kept).map(Reception.class::cast);
  }

  @Override
  public Optional<RemoteLead> find(Tenant tenant, LeadId lead) {
    return access.read(
        handle ->
            handle
                .createQuery(
                    """
                    select content, checksum from prospector_remote_lead
                    where tenant = :tenant and lead = :lead and latest = 1
                    """)
                .bind("tenant", tenant.id())
                .bind("lead", lead.value())
                .map((row, context) -> RemoteRow.lead(row))
                .findOne());
  }

  @Override
  public List<KeptReport> reports(Tenant tenant, RunId run, LeadId lead) {
    return access.read(
        handle ->
            handle
                .createQuery(
                    """
                    select content, checksum from prospector_remote_report
                    where tenant = :tenant and run = :run and lead = :lead order by serial
                    """)
                .bind("tenant", tenant.id())
                .bind("run", run.value())
                .bind("lead", lead.value())
                .map((row, context) -> RemoteRow.report(row))
                .list());
  }

  @Override
  public List<RemoteLead> leads(Tenant tenant, RunId run, long from, int limit) {
    return access.read(
        handle ->
            handle
                .createQuery(
                    """
                    select content, checksum from prospector_remote_lead
                    where tenant = :tenant and run = :run and position >= :from
                      and content is not null
                    order by position limit :limit
                    """)
                .bind("tenant", tenant.id())
                .bind("run", run.value())
                .bind("from", from)
                .bind("limit", limit)
                .map((row, context) -> RemoteRow.lead(row))
                .list());
  }

  @Override
  public Tally tally(Tenant tenant, Instant since) {
    return access.readTogether(
        handle -> {
          String count = "select count(*) from prospector_remote_lead where tenant = :tenant and ";
          long all = number(query(handle, count + "latest = 1", tenant));
          long completed = number(ofStatus(handle, count, tenant, RemoteLead.Status.COMPLETED));
          long failed = number(ofStatus(handle, count, tenant, RemoteLead.Status.FAILED));
          Query recent = query(handle, count + "latest = 1 and began >= :since", tenant);
          return new Tally(
              all - completed - failed,
              completed,
              failed,
              number(recent.bind("since", Nanos.of(since))));
        });
  }

  private static Query ofStatus(
      Handle handle, String count, Tenant tenant, RemoteLead.Status status) {
    return query(handle, count + "latest = 1 and status = :status", tenant)
        .bind("status", status.name());
  }

  private static Query query(Handle handle, String sql, Tenant tenant) {
    return handle.createQuery(sql).bind("tenant", tenant.id());
  }

  private static long number(Query query) {
    return query.mapTo(Long.class).one();
  }

  @Override
  public boolean forget(Tenant tenant, LeadId lead) {
    boolean there = (Boolean) access.write(changes, new ReportRequest.Forget(tenant.id(), lead));
    access.overwriteDeleted();
    return there;
  }
}
