package dev.prospector.adapter.store.internal.journal;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Write;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes leads with their dossiers; tells each caller whether the version was new. */
public final class SaveLeads implements Write<LeadRow, Boolean> {

  private final String leads;
  private final String sections;

  private record Key(String tenant, String lead) {}

  public SaveLeads(Dialect dialect) {
    leads =
        dialect.sql(
            """
            insert into prospector_lead (tenant, lead, version, content, proposals)
            values (?, ?, ?, cast(? as json), cast(? as json))
            on conflict (tenant, lead) do update set version = excluded.version,
              content = excluded.content, proposals = excluded.proposals
            where prospector_lead.version < excluded.version
            """);
    sections =
        dialect.sql(
            """
            insert into prospector_section (tenant, lead, position, section, format, value,
              provenance, owners)
            values (?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as jsonb))
            """);
  }

  @Override
  public List<Boolean> write(Transaction transaction, List<LeadRow> requests) throws SQLException {
    Rows rows = transaction.inserts(leads, 2);
    for (LeadRow row : requests) {
      rows.add(row.tenant(), row.lead(), row.version(), row.content(), row.proposals());
    }
    List<Boolean> saved = rows.changed();
    Map<Key, LeadRow> last = new LinkedHashMap<>();
    for (int i = 0; i < requests.size(); i++) {
      LeadRow row = requests.get(i);
      if (saved.get(i)) {
        last.put(new Key(row.tenant(), row.lead()), row);
      }
    }
    replaceSections(transaction, List.copyOf(last.values()));
    return saved;
  }

  private void replaceSections(Transaction transaction, List<LeadRow> saved) throws SQLException {
    Rows old = transaction.changes("delete from prospector_section where tenant = ? and lead = ?");
    saved.forEach(row -> old.add(row.tenant(), row.lead()));
    old.execute();
    Rows fresh = transaction.inserts(sections, 3);
    for (LeadRow row : saved) {
      int position = 0;
      for (EntryCodec.Columns entry : row.dossier()) {
        fresh.add(
            row.tenant(),
            row.lead(),
            position++,
            entry.section(),
            entry.format(),
            entry.value(),
            entry.provenance(),
            entry.owners());
      }
    }
    fresh.execute();
  }
}
