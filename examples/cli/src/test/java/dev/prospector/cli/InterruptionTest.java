package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  void ctrlCFinishesTheLeadsInFlightCompletesTheFilesAndEndsWith130() throws Exception {
    assertThat(endedBy("INT")).isEqualTo(130);
    requireWholeButNotAll();
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void beingAskedToEndDoesTheSameAndEndsWith143() throws Exception {
    assertThat(endedBy("TERM")).isEqualTo(143);
    requireWholeButNotAll();
  }

  private void requireWholeButNotAll() throws Exception {
    String written = Files.readString(folder.resolve("leads.jsonl"));
    assertThat(written).endsWith("\n");
    int leads = JsonLines.parse(written).size();
    assertThat(leads).isBetween(1, ROWS - 1);
    List<String> rows = Files.readAllLines(folder.resolve("leads.csv"));
    assertThat(rows).hasSize(leads + 1);
  }

  private int endedBy(String signal) throws Exception {
    Process process = start();
    try (BufferedReader err =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      String line = err.readLine();
      while (line != null && !hasEndedLeads(line)) {
        line = err.readLine();
      }
      assertThat(line).as("progress before the end").isNotNull();
      new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
      err.lines().forEach(rest -> {});
      return process.waitFor();
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean hasEndedLeads(String line) {
    return line.startsWith("{") && JsonLines.parse(line).get(0).path("ended").asInt() > 0;
  }

  private Process start() throws Exception {
    Path list = folder.resolve("list.csv");
    try (BufferedWriter rows = Files.newBufferedWriter(list)) {
      rows.write("name,website\n");
      for (int row = 0; row < ROWS; row++) {
        rows.write("Company " + row + ",company" + row + ".example\n");
      }
    }
    List<String> command = new ArrayList<>(withUsualSignals());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.prospector.cli.Main",
            "enrich",
            list.toString(),
            "--progress",
            "json",
            "--out",
            folder.resolve("leads.jsonl").toString(),
            "--out",
            folder.resolve("leads.csv").toString()));
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** A build in the background of a shell ignores Ctrl-C, and so would every program it starts. */
  private static List<String> withUsualSignals() {
    List<String> prefix = List.of("env", "--default-signal=INT,TERM");
    try {
      List<String> trial = new ArrayList<>(prefix);
      trial.add("true");
      return new ProcessBuilder(trial).start().waitFor() == 0 ? prefix : List.of();
    } catch (java.io.IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
