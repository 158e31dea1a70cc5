package dev.prospector.adapter.store.internal.journal;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Write;
import dev.prospector.call.CallOutcome;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Tenant;
import dev.prospector.store.StepCommit;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes results of steps with their snapshots, their look-ups and the outcomes of their calls.
 * Tells each caller whether its result stands; if not, another one does under the same fingerprint.
 */
public final class CommitSteps implements Write<CommitSteps.Request, Boolean> {

  static final String TEXTS =
      """
      insert into prospector_text (tenant, lead, sha256, content)
      values (?, ?, ?, ?) on conflict do nothing
      """;

  private final LookUpRows lookUps;
  private final String steps;
  private final String snapshots;
  private final String calls;

  /** A result as the values of its rows, made in the caller's thread. */
  public record Request(
      @Nullable Object[] step,
      List<@Nullable Object[]> texts,
      List<@Nullable Object[]> snapshots,
      List<@Nullable Object[]> calls,
      LookUpRows.Request lookUps) {

    public static Request of(Tenant tenant, StepCommit commit, EntryCodec codec) {
      StepRow row = StepRow.of(tenant, commit, codec);
      List<@Nullable Object[]> texts = new ArrayList<>();
      List<@Nullable Object[]> snapshots = new ArrayList<>();
      for (Snapshot snapshot : commit.snapshots()) {
        texts.add(text(row, snapshot));
        snapshots.add(snapshot(row, snapshots.size(), snapshot));
      }
      return new Request(
          row.values(commit.snapshots()),
          texts,
          snapshots,
          commit.calls().stream().map(outcome -> call(row, outcome)).toList(),
          LookUpRows.Request.of(tenant, commit.asked()));
    }

    private static @Nullable Object[] text(StepRow row, Snapshot snapshot) {
      return new Object[] {
        row.tenant().id(),
        row.lead(),
        snapshot.id().sha256(),
        snapshot.text().getBytes(StandardCharsets.UTF_8)
      };
    }

    private static @Nullable Object[] snapshot(StepRow row, int position, Snapshot snapshot) {
      return new @Nullable Object[] {
        row.tenant().id(),
        row.inputs(),
        position,
        row.lead(),
        snapshot.id().sha256(),
        snapshot.kind().name(),
        snapshot.address(),
        snapshot.mediaType(),
        snapshot.publisher().name(),
        snapshot.capturedAt().map(Instant::toString).orElse(null)
      };
    }

    private static @Nullable Object[] call(StepRow row, CallOutcome outcome) {
      return new Object[] {
        outcome.ending().name(), Json.text(outcome.usage()), row.tenant().id(), outcome.call()
      };
    }
  }

  public CommitSteps(Dialect dialect) {
    steps =
        dialect.sql(
            """
            insert into prospector_step (tenant, inputs, run, lead, section, format, value,
              provenance, owners, calls, snapshots, checksum)
            values (?, ?, ?, ?, ?, ?, cast(? as json), cast(? as json), cast(? as json),
              cast(? as json), ?, ?)
            on conflict do nothing
            """);
    lookUps = new LookUpRows(dialect);
    snapshots =
        """
        insert into prospector_snapshot (tenant, inputs, position, lead, sha256, kind, address,
          media_type, publisher, captured_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    calls =
        dialect.sql(
            """
            update prospector_call set ending = ?, usage = cast(? as json), answer = null
            where tenant = ? and call = ?
            """);
  }

  @Override
  public List<Boolean> write(Transaction transaction, List<Request> requests) throws SQLException {
    Rows step = transaction.inserts(steps, 2);
    requests.forEach(request -> step.add(request.step()));
    List<Boolean> stands = step.changed();
    Rows text = transaction.inserts(TEXTS, 3);
    Rows snapshot = transaction.inserts(snapshots, 3);
    Rows call = transaction.changes(calls);
    for (int i = 0; i < requests.size(); i++) {
      if (stands.get(i)) {
        requests.get(i).texts().forEach(text::add);
        requests.get(i).snapshots().forEach(snapshot::add);
      }
      requests.get(i).calls().forEach(call::add);
    }
    text.execute();
    snapshot.execute();
    call.execute();
    lookUps.write(transaction, requests.stream().map(Request::lookUps).toList());
    return stands;
  }
}
