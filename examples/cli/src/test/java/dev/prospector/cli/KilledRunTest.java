package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.StoreAddress;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends processes that work on kept runs, by {@code kill -9} and by Ctrl-C. How often each run is
 * killed is set by {@code -Dprospector.cli.kills=25}.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KilledRunTest {

  private static final int KILLS = Integer.getInteger("prospector.cli.kills", 3);
  private static final int MORE = 20 * (KILLS + 1);
  private static final int LEADS = KeptList.LEADS_OF_EXAMPLE + MORE;

  @TempDir private Path folder;
  private KeptList list;

  @BeforeEach
  void aListAndWhatAnUninterruptedRunGives() throws Exception {
    list = KeptList.in(folder, MORE);
    Invocation whole =
        Invocation.of(
            folder,
            list.enrich(
                "--out",
                list.file("whole.jsonl"),
                "--out",
                list.file("whole.csv"),
                "--report",
                list.file("whole.html"),
                "--snapshots",
                list.file("whole-texts")));
    assertThat(whole.code()).as(whole.err()).isZero();
  }

  /** Leads go to standard output, which tells how far the run has come. */
  private Object[] kept() {
    return list.enrich(
        "--concurrency",
        "3",
        "--quiet",
        "--report",
        list.file("kept.html"),
        "--snapshots",
        list.file("kept-texts"),
        "--store",
        list.store(),
        "--run-id",
        "kept");
  }

  @Test
  void aRunThatIsKilledTimeAndAgainGivesWhatAnUninterruptedOneGives() throws Exception {
    for (int kill = 1; kill <= KILLS; kill++) {
      Object[] command =
          kill == 1 ? kept() : new Object[] {"resume", "kept", "--quiet", "--store", list.store()};
      try (Program program = Program.start(folder, command)) {
        program.read(kill * LEADS / (KILLS + 1));
        program.kill();
      }
      Invocation shown = list.on("show", "kept");
      assertThat(shown.out()).contains("RUNNING", "resume kept");
    }
    Invocation last = list.on("resume", "kept");
    assertThat(last.code()).as(last.err()).isZero();
    requireSame(last.out());
    requireEachStepOnce();
  }

  @Test
  void ctrlCLeavesTheRunAndSaysTheCommandThatGoesOnWithIt() throws Exception {
    Invocation left;
    try (Program program = Program.start(folder, kept())) {
      program.read(5);
      program.signal("INT");
      left = program.end();
    }
    assertThat(left.code()).isEqualTo(130);
    String command =
        left.err()
            .lines()
            .dropWhile(line -> !line.endsWith("Go on with:"))
            .skip(1)
            .findFirst()
            .orElseThrow()
            .strip();
    assertThat(command).isEqualTo("prospector resume kept --store " + list.store());
    assertThat(list.on("show", "kept").out()).contains("state     RUNNING");

    Object[] words = command.replace("prospector ", "").split(" ");
    Invocation gone = Invocation.of(folder, words);
    assertThat(gone.code()).as(gone.err()).isZero();
    requireSame(gone.out());
    requireEachStepOnce();
  }

  private void requireSame(String jsonLines) throws IOException {
    assertThat(jsonLines).isEqualTo(Files.readString(list.file("whole.jsonl")));
    assertThat(list.file("kept.html")).hasSameBinaryContentAs(list.file("whole.html"));
    assertThat(names("kept-texts")).isEqualTo(names("whole-texts"));
    assertThat(list.file("list.csv.rejected.csv"))
        .hasSameBinaryContentAs(list.file("whole.jsonl.rejected.csv"));
    Invocation export = list.on("export", "kept", "--out", list.file("kept.csv"));
    assertThat(export.code()).as(export.err()).isZero();
    assertThat(list.file("kept.csv")).hasSameBinaryContentAs(list.file("whole.csv"));
  }

  private List<String> names(String texts) throws IOException {
    try (Stream<Path> files = Files.list(list.file(texts))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** No step that ended was executed again, and events are numbered without gaps. */
  private void requireEachStepOnce() {
    List<RunEvent> events;
    try (OpenedStore store = OpenedStore.existing(StoreAddress.of(list.store(), false))) {
      events = store.runs().events(Tenant.DEFAULT, RunId.of("kept"), 0, Integer.MAX_VALUE);
    }
    List<String> ended = new ArrayList<>();
    for (RunEvent event : events) {
      if (event instanceof RunEvent.StepCompleted completed) {
        ended.add(completed.lead() + " " + completed.step());
      } else if (event instanceof RunEvent.StepReused reused) {
        ended.add(reused.lead() + " " + reused.step());
      }
    }
    assertThat(ended).hasSize(LEADS * 8).doesNotHaveDuplicates();
    assertThat(events)
        .extracting(event -> event.position().number())
        .isEqualTo(LongStream.rangeClosed(1, events.size()).boxed().toList());
  }
}
