package dev.prospector.store;

import dev.prospector.evidence.Snapshot;
import dev.prospector.port.CallOutcome;
import dev.prospector.port.StepCommit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes results of steps with their snapshots and the outcomes of their calls. Tells each caller
 * whether its result stands; if not, another one does under the same fingerprint.
 */
final class CommitSteps implements Write<CommitSteps.Request, Boolean> {

  private final String steps;
  private final String texts;
  private final String snapshots;
  private final String calls;

  /** A result in both of its forms. */
  record Request(StepRow row, StepCommit commit) {}

  CommitSteps(Dialect dialect) {
    steps =
        dialect.sql(
            """
            insert into prospector_step (tenant, inputs, run, lead, section, format, value,
              provenance, owners, calls, snapshots, checksum)
            values (:tenant, :inputs, :run, :lead, :section, :format, cast(:value as json),
              cast(:provenance as json), cast(:owners as json), cast(:calls as json), :snapshots,
              :checksum)
            on conflict do nothing
            """);
    texts =
        """
        insert into prospector_text (tenant, lead, sha256, content)
        values (:tenant, :lead, :sha, :content) on conflict do nothing
        """;
    snapshots =
        """
        insert into prospector_snapshot (tenant, inputs, position, lead, sha256, kind, address,
          media_type, publisher, captured_at)
        values (:tenant, :inputs, :position, :lead, :sha, :kind, :address, :type, :publisher, :at)
        """;
    calls =
        dialect.sql(
            """
            update prospector_call set ending = :ending, usage = cast(:usage as json)
            where tenant = :tenant and call = :call
            """);
  }

  @Override
  public List<Boolean> write(Handle handle, List<Request> requests) {
    List<Boolean> stands = insertSteps(handle, requests);
    List<Request> first = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      if (stands.get(i)) {
        first.add(requests.get(i));
      }
    }
    insertTexts(handle, first);
    insertSnapshots(handle, first);
    settleCalls(handle, requests);
    return stands;
  }

  private List<Boolean> insertSteps(Handle handle, List<Request> requests) {
    PreparedBatch batch = handle.prepareBatch(steps);
    for (Request request : requests) {
      StepRow row = request.row();
      batch
          .bind("tenant", row.tenant().id())
          .bind("inputs", row.inputs())
          .bind("run", row.run())
          .bind("lead", row.lead())
          .bind("section", row.entry().section())
          .bind("format", row.entry().format())
          .bind("value", row.entry().value())
          .bind("provenance", row.entry().provenance())
          .bind("owners", row.entry().owners())
          .bind("calls", row.calls())
          .bind("snapshots", row.snapshots())
          .bind("checksum", row.checksum(request.commit().snapshots()))
          .add();
    }
    return Counts.changed(batch);
  }

  private void insertTexts(Handle handle, List<Request> requests) {
    PreparedBatch batch = handle.prepareBatch(texts);
    for (Request request : requests) {
      for (Snapshot snapshot : request.commit().snapshots()) {
        batch
            .bind("tenant", request.row().tenant().id())
            .bind("lead", request.row().lead())
            .bind("sha", snapshot.id().sha256())
            .bind("content", snapshot.text().getBytes(StandardCharsets.UTF_8))
            .add();
      }
    }
    Counts.changed(batch);
  }

  private void insertSnapshots(Handle handle, List<Request> requests) {
    PreparedBatch batch = handle.prepareBatch(snapshots);
    for (Request request : requests) {
      int position = 0;
      for (Snapshot snapshot : request.commit().snapshots()) {
        batch
            .bind("tenant", request.row().tenant().id())
            .bind("inputs", request.row().inputs())
            .bind("position", position++)
            .bind("lead", request.row().lead())
            .bind("sha", snapshot.id().sha256())
            .bind("kind", snapshot.kind().name())
            .bind("address", snapshot.address())
            .bind("type", snapshot.mediaType())
            .bind("publisher", snapshot.publisher().name())
            .bind("at", snapshot.capturedAt().map(Instant::toString).orElse(null))
            .add();
      }
    }
    Counts.changed(batch);
  }

  private void settleCalls(Handle handle, List<Request> requests) {
    PreparedBatch batch = handle.prepareBatch(calls);
    for (Request request : requests) {
      for (CallOutcome outcome : request.commit().calls()) {
        batch
            .bind("tenant", request.row().tenant().id())
            .bind("call", outcome.call())
            .bind("ending", outcome.ending().name())
            .bind("usage", Json.text(outcome.usage()))
            .add();
      }
    }
    Counts.changed(batch);
  }
}
