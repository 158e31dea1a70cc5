package dev.prospector.adapter.store.internal.remote;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.journal.Checksum;
import dev.prospector.adapter.store.internal.sql.Bound;
import dev.prospector.adapter.store.internal.sql.Nanos;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Write;
import dev.prospector.event.RunId;
import dev.prospector.lead.LeadId;
import dev.prospector.tracking.remote.AgentReport;
import dev.prospector.tracking.remote.KeptReport;
import dev.prospector.tracking.remote.LeadStart;
import dev.prospector.tracking.remote.RemoteLead;
import dev.prospector.tracking.remote.ReportStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Changes what remote agents reported, for one tenant after the other: on a server each tenant is
 * held until the transaction ends, after everything else that is locked.
 */
public final class ChangeReports implements Write<ReportRequest, Object> {

  private static final String IN_RUN =
      """
      select content, checksum from prospector_remote_lead
      where tenant = ? and run = ? and lead = ? and content is not null
      """;
  private static final String LATEST =
      """
      select content, checksum from prospector_remote_lead
      where tenant = ? and lead = ? and latest = 1
      """;
  private static final String INSERT =
      """
      insert into prospector_remote_lead (tenant, run, position, lead, latest, status, began,
        content, checksum)
      values (?, ?, ?, ?, 1, ?, ?, ?, ?)
      """;
  private static final String UPDATE =
      """
      update prospector_remote_lead set status = ?, content = ?, checksum = ?
      where tenant = ? and run = ? and position = ?
      """;
  private static final String REPORT =
      """
      insert into prospector_remote_report (tenant, lead, event, run, serial, content, checksum)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FORGET =
      """
      update prospector_remote_lead set lead = '', latest = 0, status = '', content = null,
        checksum = 0
      where tenant = ? and lead = ?
      """;

  private final Dialect dialect;

  public ChangeReports(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public int rank() {
    return 3;
  }

  @Override
  public List<Object> write(Transaction transaction, List<ReportRequest> requests)
      throws SQLException {
    hold(transaction, requests);
    List<Object> answers = new ArrayList<>();
    for (ReportRequest request : requests) {
      answers.add(answer(transaction, request));
    }
    return answers;
  }

  private void hold(Transaction transaction, List<ReportRequest> requests) throws SQLException {
    if (dialect == Dialect.POSTGRESQL) {
      TreeSet<String> tenants = new TreeSet<>();
      requests.forEach(request -> tenants.add(request.tenant()));
      for (String tenant : tenants) {
        List<Integer> unused =
            transaction.query(
                "select 1 as held from (select pg_advisory_xact_lock(hashtextextended(?, 1))) l",
                row -> row.getInt("held"),
                "prospector remote " + tenant);
      }
    }
  }

  private static Object answer(Transaction transaction, ReportRequest request) throws SQLException {
    if (request instanceof ReportRequest.Begin begin) {
      return begin(transaction, begin.tenant(), begin.start(), begin.now());
    } else if (request instanceof ReportRequest.Keep keep) {
      Optional<RemoteLead> lead = latest(transaction, keep.tenant(), keep.lead());
      return lead.isEmpty()
          ? Optional.empty()
          : Optional.of(keep(transaction, keep.tenant(), lead.get(), keep.report(), keep.now()));
    }
    return forget(transaction, (ReportRequest.Forget) request);
  }

  private static ReportStore.Beginning begin(
      Transaction transaction, String tenant, LeadStart start, Instant now) throws SQLException {
    String run = start.run().value();
    String id = start.lead().value();
    Optional<RemoteLead> here = lead(transaction, IN_RUN, tenant, run, id);
    if (here.isPresent()) {
      return new ReportStore.Beginning(here.get(), ReportStore.Beginning.Kind.KNOWN);
    }
    Optional<RemoteLead> latest = latest(transaction, tenant, start.lead());
    if (latest.isPresent() && !latest.get().state().status().isEnded()) {
      return new ReportStore.Beginning(latest.get(), ReportStore.Beginning.Kind.ELSEWHERE);
    }
    change(
        transaction,
        "update prospector_remote_lead set latest = 0 where tenant = ? and lead = ?",
        tenant,
        id);
    long position =
        number(
            transaction,
            "select count(*) as n from prospector_remote_lead where tenant = ? and run = ?",
            tenant,
            run);
    RemoteLead begun = RemoteLead.begun(start, position, now);
    insert(transaction, tenant, begun);
    return new ReportStore.Beginning(begun, ReportStore.Beginning.Kind.NEW);
  }

  private static void insert(Transaction transaction, String tenant, RemoteLead lead)
      throws SQLException {
    String content = Json.text(lead);
    change(
        transaction,
        INSERT,
        tenant,
        lead.start().run().value(),
        lead.position(),
        lead.start().lead().value(),
        lead.state().status().name(),
        Nanos.of(lead.start().startTime().orElseThrow()),
        content,
        Checksum.of(content));
  }

  private static ReportStore.Reception keep(
      Transaction transaction, String tenant, RemoteLead lead, AgentReport report, Instant now)
      throws SQLException {
    String id = lead.start().lead().value();
    String known =
        "select count(*) as n from prospector_remote_report"
            + " where tenant = ? and lead = ? and event = ?";
    if (number(transaction, known, tenant, id, report.eventId()) > 0) {
      return new ReportStore.Reception(lead, ReportStore.Reception.Kind.KNOWN);
    } else if (lead.state().status().isEnded()) {
      return new ReportStore.Reception(lead, ReportStore.Reception.Kind.AFTER_THE_END);
    }
    RunId run = lead.start().run();
    String kept =
        "select count(*) as n from prospector_remote_report"
            + " where tenant = ? and run = ? and lead = ?";
    long serial = number(transaction, kept, tenant, run.value(), id);
    if (serial >= ReportStore.MOST_REPORTS) {
      return new ReportStore.Reception(lead, ReportStore.Reception.Kind.TOO_MANY);
    }
    String content = Json.text(new KeptReport(report, now));
    change(
        transaction,
        REPORT,
        tenant,
        id,
        report.eventId(),
        run.value(),
        serial,
        content,
        Checksum.of(content));
    RemoteLead after = lead.after(report, now);
    update(transaction, tenant, after);
    return new ReportStore.Reception(after, ReportStore.Reception.Kind.NEW);
  }

  private static void update(Transaction transaction, String tenant, RemoteLead lead)
      throws SQLException {
    String content = Json.text(lead);
    change(
        transaction,
        UPDATE,
        lead.state().status().name(),
        content,
        Checksum.of(content),
        tenant,
        lead.start().run().value(),
        lead.position());
  }

  private static boolean forget(Transaction transaction, ReportRequest.Forget forget)
      throws SQLException {
    String lead = forget.lead().value();
    change(
        transaction,
        "delete from prospector_remote_report where tenant = ? and lead = ?",
        forget.tenant(),
        lead);
    return change(transaction, FORGET, forget.tenant(), lead) > 0;
  }

  private static Optional<RemoteLead> latest(Transaction transaction, String tenant, LeadId lead)
      throws SQLException {
    return lead(transaction, LATEST, tenant, lead.value());
  }

  private static Optional<RemoteLead> lead(
      Transaction transaction, String query, @Nullable Object... values) throws SQLException {
    return transaction.query(query, RemoteRow::lead, values).stream().findFirst();
  }

  private static long number(Transaction transaction, String query, @Nullable Object... values)
      throws SQLException {
    return transaction.query(query, row -> row.getLong("n"), values).get(0);
  }

  private static int change(Transaction transaction, String statement, @Nullable Object... values)
      throws SQLException {
    return transaction.change(Bound.of(statement, values)).get();
  }
}
