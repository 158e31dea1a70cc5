package dev.prospector.adapter.store.internal.journal;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.database.StoreFailure;
import dev.prospector.adapter.store.internal.sql.KeptStatement;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Tenant;
import dev.prospector.store.StepCommit;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Reads results of steps, and believes nothing that was changed since it was written. */
public final class ReadSteps {

  private static final TypeReference<Snapshot> SNAPSHOT = new TypeReference<>() {};
  private static final String STEP =
      """
      select inputs, run, lead, section, format, value, provenance, owners, calls, snapshots, checksum
      from prospector_step where tenant = ? and inputs = ?
      """;
  private static final String SNAPSHOTS =
      """
      select s.sha256, s.kind, s.address, s.media_type, s.publisher, s.captured_at, t.content
      from prospector_snapshot s
      join prospector_text t
        on t.tenant = s.tenant and t.lead = s.lead and t.sha256 = s.sha256
      where s.tenant = :tenant and s.inputs = :inputs order by s.position
      """;

  private final KeptStatement step;
  private final EntryCodec codec;

  /** A step as it was read, and the sum that it was written with. */
  public record Checked(StepRow row, long checksum) {

    /** Fails if anything was changed since. */
    public void check(List<Snapshot> kept) {
      if (!isWhole(kept)) {
        throw StoreFailure.damaged("the step " + row.inputs());
      }
    }

    public boolean isWhole(List<Snapshot> kept) {
      return row.checksum(kept) == checksum;
    }
  }

  public ReadSteps(Dialect dialect, EntryCodec codec) {
    this.step = new KeptStatement(dialect, STEP);
    this.codec = codec;
  }

  public Optional<StepCommit> find(Handle handle, Tenant tenant, Fingerprint inputs) {
    Optional<Checked> found = step(handle, tenant, inputs);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    StepRow row = found.get().row();
    List<Snapshot> snapshots = row.snapshots() == 0 ? List.of() : snapshots(handle, row);
    if (found.get().isWhole(snapshots)) {
      return Optional.of(row.commit(snapshots, codec));
    }
    if (step(handle, tenant, inputs).isPresent()) {
      throw StoreFailure.damaged("the step " + inputs);
    }
    // The lead was forgotten between the two queries.
    return Optional.empty();
  }

  /** By hand, since it is asked before every step. */
  private Optional<Checked> step(Handle handle, Tenant tenant, Fingerprint inputs) {
    try {
      return step.on(
          handle.getConnection(),
          statement -> {
            statement.setString(1, tenant.id());
            statement.setString(2, inputs.toString());
            try (ResultSet row = statement.executeQuery()) {
              return row.next() ? Optional.of(checked(row, tenant)) : Optional.empty();
            }
          });
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
  }

  public static Checked checked(ResultSet row, Tenant tenant) throws SQLException {
    EntryCodec.Columns entry =
        new EntryCodec.Columns(
            row.getString("section"),
            row.getInt("format"),
            row.getString("value"),
            row.getString("provenance"),
            row.getString("owners"));
    StepRow step =
        new StepRow(
            tenant,
            row.getString("inputs"),
            row.getString("run"),
            row.getString("lead"),
            entry,
            row.getString("calls"),
            row.getInt("snapshots"));
    return new Checked(step, row.getLong("checksum"));
  }

  private static List<Snapshot> snapshots(Handle handle, StepRow step) {
    return handle
        .createQuery(SNAPSHOTS)
        .bind("tenant", step.tenant().id())
        .bind("inputs", step.inputs())
        .map((row, context) -> snapshot(row))
        .list();
  }

  public static Snapshot snapshot(ResultSet row) throws SQLException {
    Map<String, @Nullable String> parts = new LinkedHashMap<>();
    parts.put("kind", row.getString("kind"));
    parts.put("address", row.getString("address"));
    parts.put("mediaType", row.getString("media_type"));
    parts.put("text", new String(row.getBytes("content"), StandardCharsets.UTF_8));
    parts.put("publisher", row.getString("publisher"));
    parts.put("capturedAt", row.getString("captured_at"));
    String name = "the snapshot " + row.getString("sha256");
    Snapshot snapshot = Json.read(Json.text(parts), SNAPSHOT, name);
    if (!snapshot.id().sha256().equals(row.getString("sha256"))) {
      throw StoreFailure.damaged(name);
    }
    return snapshot;
  }
}
