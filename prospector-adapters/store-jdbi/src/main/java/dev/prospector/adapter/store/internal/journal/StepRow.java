package dev.prospector.adapter.store.internal.journal;

import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.StepCommit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * A step's result as it is stored. The checksum covers every other column, so that a changed byte
 * is noticed rather than believed.
 *
 * @param calls the outcomes of its calls as JSON
 * @param snapshots how many there are
 */
record StepRow(
    Tenant tenant,
    String inputs,
    String run,
    String lead,
    EntryCodec.Columns entry,
    String calls,
    int snapshots) {

  private static final TypeReference<List<CallOutcome>> CALLS = new TypeReference<>() {};

  static StepRow of(Tenant tenant, StepCommit commit, EntryCodec codec) {
    return new StepRow(
        tenant,
        commit.inputs().toString(),
        commit.run(),
        commit.lead().value(),
        codec.encode(commit.entry()),
        Json.text(commit.calls()),
        commit.snapshots().size());
  }

  StepCommit commit(List<Snapshot> kept, EntryCodec codec) {
    return new StepCommit(
        run,
        LeadId.of(lead),
        Fingerprint.parse(inputs),
        codec.decode(entry),
        kept,
        Json.read(calls, CALLS, "the step " + inputs));
  }

  /** Returns the values of the row, in the order of the table's columns. */
  @Nullable Object[] values(List<Snapshot> kept) {
    return new Object[] {
      tenant.id(),
      inputs,
      run,
      lead,
      entry.section(),
      entry.format(),
      entry.value(),
      entry.provenance(),
      entry.owners(),
      calls,
      snapshots,
      checksum(kept)
    };
  }

  /**
   * Returns the checksum over everything that is stored of the step, but for the texts of its
   * snapshots, which bear a hash of their own.
   */
  long checksum(List<Snapshot> kept) {
    CRC32C sum = new CRC32C();
    Stream.of(tenant.id(), inputs, run, lead, calls).forEach(part -> add(sum, part));
    Stream.of(entry.section(), String.valueOf(entry.format()), entry.value())
        .forEach(part -> add(sum, part));
    Stream.of(entry.provenance(), entry.owners()).forEach(part -> add(sum, part));
    for (Snapshot snapshot : kept) {
      Stream.of(
              snapshot.id().sha256(),
              snapshot.kind().name(),
              snapshot.address(),
              snapshot.mediaType(),
              snapshot.publisher().name(),
              snapshot.capturedAt().map(Instant::toString).orElse(""))
          .forEach(part -> add(sum, part));
    }
    return sum.getValue();
  }

  private static void add(CRC32C sum, String part) {
    sum.update(part.getBytes(StandardCharsets.UTF_8));
    sum.update(0);
  }
}
