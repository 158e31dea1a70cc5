package dev.prospector.adapter.store.internal.journal;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.database.StoreFailure;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.evidence.SnapshotId;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.lookup.LookUp;
import dev.prospector.store.StepCommit;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Keeps what steps asked of sources; the texts of what was found beside those of snapshots. */
public final class LookUpRows {

  private static final TypeReference<LookUp> LOOK_UP = new TypeReference<>() {};
  private static final String READ =
      """
      select l.step, l.position, l.body, l.sha256, l.checksum, t.content
      from prospector_lookup l
      left join prospector_text t
        on t.tenant = l.tenant and t.lead = l.lead and t.sha256 = l.sha256
      where l.tenant = ? and l.lead = ? order by l.step, l.position
      """;
  private static final String DROP =
      """
      delete from prospector_lookup
      where tenant = ? and step = ? and position >= cast(? as bigint)
      """;

  private final String insert;

  /** Look-ups as the values of their rows, made in the caller's thread. */
  public record Request(
      List<@Nullable Object[]> texts,
      List<@Nullable Object[]> rows,
      Optional<@Nullable Object[]> drop) {

    /** Nothing was asked. */
    static final Request NOTHING = new Request(List.of(), List.of(), Optional.empty());

    /** Returns look-ups of steps that go on. */
    public static Request of(Tenant tenant, List<LookUp> lookUps) {
      return lookUps.isEmpty() ? NOTHING : of(tenant, lookUps, Optional.empty());
    }

    /** Returns all look-ups of a step, to be kept with its result. */
    static Request of(Tenant tenant, StepCommit.Asked asked) {
      return asked
          .step()
          .map(
              step ->
                  of(
                      tenant,
                      asked.lookUps(),
                      Optional.of(
                          new Object[] {tenant.id(), step.toString(), asked.lookUps().size()})))
          .orElse(NOTHING);
    }

    private static Request of(
        Tenant tenant, List<LookUp> lookUps, Optional<@Nullable Object[]> drop) {
      return new Request(
          lookUps.stream().filter(LookUpRows::hasText).map(one -> text(tenant, one)).toList(),
          lookUps.stream().map(one -> row(tenant, one)).toList(),
          drop);
    }
  }

  /** Writes to one kind of database. */
  public LookUpRows(Dialect dialect) {
    insert =
        dialect.sql(
            """
            insert into prospector_lookup (tenant, step, position, lead, body, sha256, checksum)
            values (?, ?, ?, ?, cast(? as json), ?, ?)
            on conflict (tenant, step, position) do update set lead = excluded.lead,
              body = excluded.body, sha256 = excluded.sha256, checksum = excluded.checksum
            """);
  }

  private static boolean hasText(LookUp lookUp) {
    return lookUp.answer().outcome() == LookUp.Outcome.FOUND && !lookUp.answer().text().isEmpty();
  }

  private static String sha256(String text) {
    return SnapshotId.of(text).sha256();
  }

  private static @Nullable Object[] text(Tenant tenant, LookUp lookUp) {
    String text = lookUp.answer().text();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Object[] {tenant.id(), lookUp.lead().value(), sha256(text), bytes};
  }

  private static @Nullable Object[] row(Tenant tenant, LookUp lookUp) {
    String sha256 = hasText(lookUp) ? sha256(lookUp.answer().text()) : null;
    LookUp bare = sha256 == null ? lookUp : lookUp.with(lookUp.answer().withoutText());
    String body = Json.text(bare);
    return new @Nullable Object[] {
      tenant.id(),
      lookUp.step().toString(),
      lookUp.position(),
      lookUp.lead().value(),
      body,
      sha256,
      checksum(tenant, lookUp.lead(), body, sha256)
    };
  }

  private static long checksum(Tenant tenant, LeadId lead, String body, @Nullable String sha256) {
    return Checksum.of(tenant.id(), lead.value(), body, sha256 == null ? "" : sha256);
  }

  /** Writes look-ups of many requests. */
  public void write(Transaction transaction, List<Request> requests) throws SQLException {
    Rows texts = transaction.inserts(CommitSteps.TEXTS, 3);
    Rows rows = transaction.inserts(insert, 3);
    Rows drops = transaction.changes(DROP);
    for (Request request : requests) {
      request.texts().forEach(texts::add);
      request.rows().forEach(rows::add);
      request.drop().ifPresent(drops::add);
    }
    texts.execute();
    rows.execute();
    drops.execute();
  }

  /** Returns all look-ups for a lead, those of a step in their order. */
  static List<LookUp> of(Handle handle, Tenant tenant, LeadId lead) {
    return handle
        .createQuery(READ)
        .bind(0, tenant.id())
        .bind(1, lead.value())
        .map((row, context) -> lookUp(row, tenant, lead))
        .list();
  }

  private static LookUp lookUp(ResultSet row, Tenant tenant, LeadId lead) throws SQLException {
    String name = "look-up " + row.getInt("position") + " of step " + row.getString("step");
    String body = row.getString("body");
    String sha256 = row.getString("sha256");
    if (row.getLong("checksum") != checksum(tenant, lead, body, sha256)) {
      throw StoreFailure.damaged(name);
    }
    LookUp bare = Json.read(body, LOOK_UP, name);
    if (sha256 == null) {
      return bare;
    }
    byte[] content = row.getBytes("content");
    String text = content == null ? "" : new String(content, StandardCharsets.UTF_8);
    if (!sha256(text).equals(sha256)) {
      throw StoreFailure.damaged(name);
    }
    return bare.with(bare.answer().withText(text));
  }
}
