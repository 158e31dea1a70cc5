package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ends the real program with real signals. */
class InterruptionTest {

  private static final int ROWS = 60_000;

  @TempDir private Path folder;

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void ctrlCFinishesTheLeadsInFlightKeepsWhatThereIsAsAPartAndEndsWith130() throws Exception {
    assertThat(endedBy("INT")).isEqualTo(130);
    requireWholeButNotAll();
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void beingAskedToEndDoesTheSameAndEndsWith143() throws Exception {
    assertThat(endedBy("TERM")).isEqualTo(143);
    requireWholeButNotAll();
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void theSecondSignalEndsAtOnce() throws Exception {
    try (Program program = start()) {
      program.progress(progress -> progress.path("ended").asInt() > 0);
      program.signal("INT");
      program.signal("TERM");
      assertThat(program.end().code()).isIn(130, 143);
    }
    assertThat(folder.resolve("leads.jsonl")).doesNotExist();
  }

  private void requireWholeButNotAll() throws Exception {
    assertThat(folder.resolve("leads.jsonl")).doesNotExist();
    assertThat(folder.resolve("leads.csv")).doesNotExist();
    String written = Files.readString(folder.resolve("leads.jsonl.part"));
    assertThat(written).endsWith("\n");
    int leads = JsonLines.parse(written).size();
    assertThat(leads).isBetween(1, ROWS - 1);
    List<String> rows = Files.readAllLines(folder.resolve("leads.csv.part"));
    assertThat(rows).hasSize(leads + 1);
  }

  private int endedBy(String signal) throws Exception {
    try (Program program = start()) {
      program.progress(progress -> progress.path("ended").asInt() > 0);
      program.signal(signal);
      return program.end().code();
    }
  }

  private Program start() throws Exception {
    Path list = folder.resolve("list.csv");
    try (BufferedWriter rows = Files.newBufferedWriter(list)) {
      rows.write("name,website\n");
      for (int row = 0; row < ROWS; row++) {
        rows.write("Company " + row + ",company" + row + ".example\n");
      }
    }
    return Program.start(
        folder,
        "enrich",
        list,
        "--offline",
        "--progress",
        "json",
        "--out",
        folder.resolve("leads.jsonl"),
        "--out",
        folder.resolve("leads.csv"));
  }
}
