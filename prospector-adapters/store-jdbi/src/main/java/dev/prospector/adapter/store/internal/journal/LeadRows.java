package dev.prospector.adapter.store.internal.journal;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.database.StoreFailure;
import dev.prospector.adapter.store.internal.sql.JsonbText;
import dev.prospector.adapter.store.internal.sql.Tuples;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Section;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.LeadStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import tools.jackson.core.type.TypeReference;

/** Turns leads with their dossiers into rows and back. Safe for several threads. */
public final class LeadRows {

  private static final TypeReference<Lead> LEAD = new TypeReference<>() {};
  private static final String LEADS =
      "select lead, version, content, proposals from prospector_lead where tenant = ? and ";
  private static final String SECTIONS =
      """
      select lead, section, format, value, provenance, owners from prospector_section
      where tenant = ? and lead in (%s) order by lead, position
      """;

  private final Dialect dialect;
  private final EntryCodec codec;
  private final ProposalCodec proposals;

  private record Row(Lead lead, String proposals) {}

  public LeadRows(Dialect dialect, EntryCodec codec) {
    this.dialect = dialect;
    this.codec = codec;
    this.proposals = new ProposalCodec(codec.known());
  }

  /** Returns those of some sections that cannot be kept here. */
  public List<Section<?>> unknown(Collection<Section<?>> sections) {
    return codec.known().unknown(sections);
  }

  public LeadRow row(Tenant tenant, Lead lead, Dossier dossier) {
    List<EntryCodec.Columns> entries = new ArrayList<>();
    for (Entry<?> entry : dossier.entries()) {
      entries.add(asStored(codec.encode(entry)));
    }
    return new LeadRow(
        tenant.id(),
        lead.id().value(),
        lead.version(),
        Json.text(lead),
        proposals.encode(dossier.proposals()),
        entries);
  }

  public boolean isAbsent(Handle handle, Tenant tenant, LeadId id) {
    return handle
        .createQuery("select 1 from prospector_lead where tenant = ? and lead = ?")
        .bind(0, tenant.id())
        .bind(1, id.value())
        .mapTo(Integer.class)
        .findFirst()
        .isEmpty();
  }

  /** Returns those of some leads that are stored. */
  public List<LeadStore.Stored> of(Handle handle, Tenant tenant, Collection<LeadId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    String some = "lead in (" + Tuples.places(ids.size()) + ") order by lead";
    Query query = handle.createQuery(LEADS + some).bind(0, tenant.id());
    int i = 1;
    for (LeadId id : ids) {
      query.bind(i++, id.value());
    }
    return stored(handle, tenant, query.map((row, context) -> row(row)).list());
  }

  /** Returns a page of leads in the order of their ids. */
  public List<LeadStore.Stored> after(Handle handle, Tenant tenant, String after, int limit) {
    Query query =
        handle
            .createQuery(LEADS + "lead > ? order by lead limit ?")
            .bind(0, tenant.id())
            .bind(1, after)
            .bind(2, limit);
    return stored(handle, tenant, query.map((row, context) -> row(row)).list());
  }

  private static Row row(ResultSet row) throws SQLException {
    String name = "lead '" + row.getString("lead") + "'";
    Lead lead = Json.read(row.getString("content"), LEAD, name);
    if (lead.version() != row.getLong("version")) {
      throw StoreFailure.damaged(name);
    }
    return new Row(lead, row.getString("proposals"));
  }

  private List<LeadStore.Stored> stored(Handle handle, Tenant tenant, List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Query query =
        handle.createQuery(SECTIONS.formatted(Tuples.places(rows.size()))).bind(0, tenant.id());
    for (int i = 0; i < rows.size(); i++) {
      query.bind(i + 1, rows.get(i).lead().id().value());
    }
    Map<String, List<Entry<?>>> entries = new TreeMap<>();
    query
        .map(
            (row, context) ->
                entries
                    .computeIfAbsent(row.getString("lead"), l -> new ArrayList<>())
                    .add(entry(row)))
        .list();
    return rows.stream()
        .map(row -> stored(row, entries.getOrDefault(row.lead().id().value(), List.of())))
        .toList();
  }

  private LeadStore.Stored stored(Row row, List<Entry<?>> entries) {
    String name = "lead '" + row.lead().id() + "'";
    return new LeadStore.Stored(
        row.lead(), Dossier.of(entries, proposals.decode(row.proposals(), name)));
  }

  private Entry<?> entry(ResultSet row) throws SQLException {
    return codec.decode(
        new EntryCodec.Columns(
            row.getString("section"),
            row.getInt("format"),
            asWritten(row.getString("value")),
            asWritten(row.getString("provenance")),
            row.getString("owners")));
  }

  private EntryCodec.Columns asStored(EntryCodec.Columns entry) {
    return dialect == Dialect.SQLITE
        ? entry
        : new EntryCodec.Columns(
            entry.section(),
            entry.format(),
            JsonbText.encode(entry.value()),
            JsonbText.encode(entry.provenance()),
            entry.owners());
  }

  private String asWritten(String json) {
    return dialect == Dialect.SQLITE ? json : JsonbText.decode(json);
  }
}
