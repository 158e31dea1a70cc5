package dev.prospector.store;

import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Entry;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.port.LeadStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import tools.jackson.core.type.TypeReference;

/** Leads with their dossiers, a row for each section. */
final class JdbiLeadStore implements LeadStore {

  private static final TypeReference<Lead> LEAD = new TypeReference<>() {};
  private static final String LEADS =
      """
      select lead, version, content, proposals from prospector_lead
      where tenant = :tenant and lead > :after order by lead limit :limit
      """;
  private static final String ONE =
      """
      select lead, version, content, proposals from prospector_lead
      where tenant = :tenant and lead = :lead
      """;
  private static final String SECTIONS =
      """
      select lead, section, format, value, provenance, owners from prospector_section
      where tenant = :tenant and lead >= :first and lead <= :last order by lead, position
      """;

  private final Access access;
  private final EntryCodec codec;
  private final ProposalCodec proposals;
  private final SaveLeads saves;
  private final Write<ForgetLeads.Request, Boolean> removals = JdbiLeadStore::remove;

  private record Row(Lead lead, String proposals) {}

  JdbiLeadStore(Access access, EntryCodec codec) {
    this.access = access;
    this.codec = codec;
    this.proposals = new ProposalCodec(codec.known());
    this.saves = new SaveLeads(access.dialect());
  }

  @Override
  public boolean save(Tenant tenant, Lead lead, Dossier dossier) {
    List<EntryCodec.Columns> entries = new ArrayList<>();
    for (Entry<?> entry : dossier.entries()) {
      entries.add(asStored(codec.encode(entry)));
    }
    LeadRow row =
        new LeadRow(
            tenant.id(),
            lead.id().value(),
            lead.version(),
            Json.text(lead),
            proposals.encode(dossier.proposals()),
            entries);
    return access.write(saves, row);
  }

  @Override
  public Optional<Stored> find(Tenant tenant, LeadId id) {
    return access.readTogether(
        handle -> {
          List<Row> rows =
              handle
                  .createQuery(ONE)
                  .bind("tenant", tenant.id())
                  .bind("lead", id.value())
                  .map((row, context) -> row(row))
                  .list();
          return stored(handle, tenant, rows).stream().findFirst();
        });
  }

  @Override
  public List<Stored> list(Tenant tenant, String after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a page has at least 1 lead, not " + limit);
    }
    return access.readTogether(
        handle -> {
          List<Row> rows =
              handle
                  .createQuery(LEADS)
                  .bind("tenant", tenant.id())
                  .bind("after", after)
                  .bind("limit", limit)
                  .map((row, context) -> row(row))
                  .list();
          return stored(handle, tenant, rows);
        });
  }

  @Override
  public boolean remove(Tenant tenant, LeadId id) {
    boolean removed = access.write(removals, new ForgetLeads.Request(tenant, id));
    access.overwriteDeleted();
    return removed;
  }

  private static List<Boolean> remove(Transaction transaction, List<ForgetLeads.Request> requests) {
    Handle handle = transaction.handle();
    return requests.stream()
        .map(
            request -> {
              ForgetLeads.delete(handle, "prospector_section", request);
              return ForgetLeads.delete(handle, "prospector_lead", request) > 0;
            })
        .toList();
  }

  private static Row row(ResultSet row) throws SQLException {
    String name = "lead '" + row.getString("lead") + "'";
    Lead lead = Json.read(row.getString("content"), LEAD, name);
    if (lead.version() != row.getLong("version")) {
      throw StoreFailure.damaged(name);
    }
    return new Row(lead, row.getString("proposals"));
  }

  /** Puts the dossiers to a page of leads, which are in the order of their ids. */
  private List<Stored> stored(Handle handle, Tenant tenant, List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<String, List<Entry<?>>> entries = new TreeMap<>();
    handle
        .createQuery(SECTIONS)
        .bind("tenant", tenant.id())
        .bind("first", rows.get(0).lead().id().value())
        .bind("last", rows.get(rows.size() - 1).lead().id().value())
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

  private Stored stored(Row row, List<Entry<?>> entries) {
    String name = "lead '" + row.lead().id() + "'";
    return new Stored(row.lead(), Dossier.of(entries, proposals.decode(row.proposals(), name)));
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
    return access.dialect() == Dialect.SQLITE
        ? entry
        : new EntryCodec.Columns(
            entry.section(),
            entry.format(),
            JsonbText.encode(entry.value()),
            JsonbText.encode(entry.provenance()),
            entry.owners());
  }

  private String asWritten(String json) {
    return access.dialect() == Dialect.SQLITE ? json : JsonbText.decode(json);
  }
}
