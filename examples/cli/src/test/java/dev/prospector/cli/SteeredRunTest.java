package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Pauses and cancels a run on which another process works. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SteeredRunTest {

  private static final int MORE = 30_000;

  @TempDir private Path folder;

  @Test
  void aRunIsPausedResumedAndCancelledFromAnotherProcess() throws Exception {
    KeptList list = KeptList.in(folder, MORE);
    Object[] enrich =
        list.enrich(
            "--progress",
            "json",
            "--out",
            list.file("leads.jsonl"),
            "--store",
            list.store(),
            "--run-id",
            "steered");
    try (Program program = Program.start(folder, enrich)) {
      program.progress(progress -> progress.path("ended").asInt() > 0);

      Invocation paused = list.on("pause", "steered");
      assertThat(paused.code()).as(paused.err()).isZero();
      assertThat(paused.err()).contains("is paused", "resume steered --store");
      program.progress(progress -> is(progress, "PAUSED"));
      JsonNode first = program.progress(progress -> is(progress, "PAUSED"));
      JsonNode second = program.progress(progress -> is(progress, "PAUSED"));
      assertThat(second.path("steps_executed")).isEqualTo(first.path("steps_executed"));

      Invocation resumed = list.on("resume", "steered");
      assertThat(resumed.code()).isZero();
      assertThat(resumed.err()).contains("goes on in another process");
      int ended = second.path("ended").asInt();
      program.progress(
          progress -> is(progress, "RUNNING") && progress.path("ended").asInt() > ended);

      Invocation cancelled = list.on("cancel", "steered");
      assertThat(cancelled.code()).as(cancelled.err()).isZero();
      assertThat(cancelled.err()).contains("is cancelled");
      Invocation end = program.end();
      assertThat(end.code()).as(end.err()).isEqualTo(4);
      assertThat(end.err()).contains("CANCELLED");
    }
    assertThat(Files.readString(list.file("leads.jsonl"))).endsWith("}\n");
    assertThat(list.on("pause", "steered").code()).isEqualTo(2);
    assertThat(list.on("resume", "steered").code()).isEqualTo(4);
    assertThat(list.on("retry-errors", "steered").code()).isEqualTo(2);
  }

  private static boolean is(JsonNode progress, String state) {
    return progress.path("state").asString().equals(state);
  }
}
