package dev.prospector.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes leads with their dossiers; tells each caller whether the version was new. */
final class SaveLeads implements Write<LeadRow, Boolean> {

  private final String leads;
  private final String sections;

  private record Key(String tenant, String lead) {}

  SaveLeads(Dialect dialect) {
    leads =
        dialect.sql(
            """
            insert into prospector_lead (tenant, lead, version, content, proposals)
            values (:tenant, :lead, :version, cast(:content as json), cast(:proposals as json))
            on conflict (tenant, lead) do update set version = excluded.version,
              content = excluded.content, proposals = excluded.proposals
            where prospector_lead.version < excluded.version
            """);
    sections =
        dialect.sql(
            """
            insert into prospector_section (tenant, lead, position, section, format, value,
              provenance, owners)
            values (:tenant, :lead, :position, :section, :format, cast(:value as jsonb),
              cast(:provenance as jsonb), cast(:owners as jsonb))
            """);
  }

  @Override
  public List<Boolean> write(Handle handle, List<LeadRow> rows) {
    PreparedBatch batch = handle.prepareBatch(leads);
    for (LeadRow row : rows) {
      batch
          .bind("tenant", row.tenant())
          .bind("lead", row.lead())
          .bind("version", row.version())
          .bind("content", row.content())
          .bind("proposals", row.proposals())
          .add();
    }
    List<Boolean> saved = Counts.changed(batch);
    Map<Key, LeadRow> last = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (saved.get(i)) {
        last.put(new Key(rows.get(i).tenant(), rows.get(i).lead()), rows.get(i));
      }
    }
    replaceSections(handle, List.copyOf(last.values()));
    return saved;
  }

  private void replaceSections(Handle handle, List<LeadRow> rows) {
    PreparedBatch old =
        handle.prepareBatch(
            "delete from prospector_section where tenant = :tenant and lead = :lead");
    rows.forEach(row -> old.bind("tenant", row.tenant()).bind("lead", row.lead()).add());
    Counts.changed(old);
    PreparedBatch fresh = handle.prepareBatch(sections);
    for (LeadRow row : rows) {
      int position = 0;
      for (EntryCodec.Columns entry : row.dossier()) {
        fresh
            .bind("tenant", row.tenant())
            .bind("lead", row.lead())
            .bind("position", position++)
            .bind("section", entry.section())
            .bind("format", entry.format())
            .bind("value", entry.value())
            .bind("provenance", entry.provenance())
            .bind("owners", entry.owners())
            .add();
      }
    }
    Counts.changed(fresh);
  }
}
