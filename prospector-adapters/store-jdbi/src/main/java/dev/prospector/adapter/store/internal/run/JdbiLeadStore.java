package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.journal.LeadRows;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.journal.SaveLeads;
import dev.prospector.adapter.store.internal.sql.Access;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Section;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.LeadStore;
import dev.prospector.tracking.remote.ReportStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Leads with their dossiers, a row for each section. */
public final class JdbiLeadStore implements LeadStore {

  private final Access access;
  private final LeadRows rows;
  private final SaveLeads saves;
  private final RunWriter writer;
  private final ReportStore reports;

  public JdbiLeadStore(Access access, LeadRows rows, RunWriter writer, ReportStore reports) {
    this.access = access;
    this.rows = rows;
    this.saves = new SaveLeads(access.dialect());
    this.writer = writer;
    this.reports = reports;
  }

  @Override
  public boolean save(Tenant tenant, Lead lead, Dossier dossier) {
    return access.write(saves, rows.row(tenant, lead, dossier));
  }

  @Override
  public Optional<Stored> find(Tenant tenant, LeadId id) {
    if (access.read(handle -> rows.isAbsent(handle, tenant, id))) {
      return Optional.empty(); // Mostly, and without a transaction.
    }
    return access.readTogether(handle -> rows.of(handle, tenant, List.of(id)).stream().findFirst());
  }

  @Override
  public List<Stored> list(Tenant tenant, String after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a page has at least 1 lead, not " + limit);
    }
    return access.readTogether(handle -> rows.after(handle, tenant, after, limit));
  }

  @Override
  public boolean remove(Tenant tenant, LeadId id) {
    // First, so that whoever repeats this after a crash finds what is left.
    boolean unused = reports.forget(tenant, id);
    List<RunKey> runs = access.read(handle -> runs(handle, tenant, id));
    boolean removed = writer.ask(new RunRequest.Remove(tenant, id, runs));
    access.overwriteDeleted();
    return removed;
  }

  @Override
  public List<Section<?>> unknown(Collection<Section<?>> sections) {
    return rows.unknown(sections);
  }

  private static List<RunKey> runs(Handle handle, Tenant tenant, LeadId lead) {
    return handle
        .createQuery(
            """
            select distinct run from prospector_run_input
            where tenant = :tenant and lead = :lead and content is not null
            """)
        .bind("tenant", tenant.id())
        .bind("lead", lead.value())
        .map((row, context) -> new RunKey(tenant.id(), row.getString("run")))
        .list();
  }
}
