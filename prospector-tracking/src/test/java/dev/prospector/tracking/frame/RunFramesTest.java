package dev.prospector.tracking.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prospector.error.InputException;
import dev.prospector.error.RunException;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.store.RunStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunFramesTest {

  private static final RunFrames.Stream STREAM =
      new RunFrames.Stream(SimulatedRun.TENANT, SimulatedRun.RUN, "ana");

  private static List<Frame> all(RunStore store, FramePlace after) {
    FrameReader reader = new RunFrames(store).read(STREAM, after);
    List<Frame> frames = new ArrayList<>();
    for (List<Frame> next = reader.next(); !next.isEmpty(); next = reader.next()) {
      frames.addAll(next);
    }
    return frames;
  }

  private static JsonNode data(Frame frame) {
    return JsonMapper.shared().readTree(frame.data());
  }

  private static SimulatedRun ended(long seed) {
    SimulatedRun run = new SimulatedRun(seed);
    for (int i = 0; i < 100_000 && !run.isEnded(); i++) {
      run.act();
    }
    assertThat(run.isEnded()).isTrue();
    return run;
  }

  /** Somebody who reads now and then, and is cut off now and then. */
  private static final class UnsteadyReader {
    private final RunFrames frames;
    private final Random random;
    private final List<Frame> got = new ArrayList<>();
    private String last = "";
    private FrameReader reader;
    private int cuts;

    UnsteadyReader(RunStore store, long seed) {
      this.frames = new RunFrames(store);
      this.random = new Random(seed);
      this.reader = frames.read(STREAM, FramePlace.START);
    }

    void read() {
      for (Frame frame : reader.next()) {
        got.add(frame);
        last = frame.place().toString();
        if (random.nextInt(5) == 0) {
          cuts++;
          reader = frames.read(STREAM, FramePlace.parse(last));
          return; // What else was on its way is lost.
        }
      }
    }
  }

  @Test
  void overTwoThousandDisconnectsThereIsNoGapAndNoRepeat() {
    int cuts = 0;
    for (long seed = 0; cuts < 2_000; seed++) {
      SimulatedRun run = new SimulatedRun(seed);
      UnsteadyReader reader = new UnsteadyReader(run.store(), seed);
      for (int i = 0; i < 100_000 && !run.isEnded(); i++) {
        run.act();
        if (reader.random.nextInt(3) == 0) {
          reader.read();
        }
      }
      for (int i = 0; i < 2_000 && !reader.reader.isEnded(); i++) {
        reader.read();
      }
      assertThat(reader.reader.isEnded()).as("seed %d", seed).isTrue();
      cuts += reader.cuts;
      assertThat(reader.got).as("seed %d", seed).isEqualTo(all(run.store(), FramePlace.START));
    }
    assertThat(cuts).isGreaterThanOrEqualTo(2_000);
  }

  @Test
  void eachLeadThatWasGeneratedHasOneEndAndTheRunOneWhichIsLast() {
    for (long seed = 0; seed < 60; seed++) {
      List<Frame> frames = all(ended(seed).store(), FramePlace.START);
      Map<String, Integer> ends = new HashMap<>();
      Map<String, Integer> generated = new HashMap<>();
      for (Frame frame : frames) {
        if (frame.name().equals("lead_enrichment_end")) {
          ends.merge(data(frame).get("lead_id").stringValue(), 1, Integer::sum);
        } else if (frame.name().equals("lead_generated")) {
          generated.merge(data(frame).get("lead_id").stringValue(), 1, Integer::sum);
        }
      }
      assertThat(ends).as("seed %d", seed).isEqualTo(generated);
      assertThat(generated.values()).containsOnly(1);
      assertThat(frames).extracting(Frame::name).containsOnlyOnce("pipeline_end");
      assertThat(frames.get(frames.size() - 1).name()).isEqualTo("pipeline_end");
    }
  }

  @Test
  void aRunThatFailedSaysSoBeforeItsEnd() {
    List<Frame> frames = all(ended(4).store(), FramePlace.START);
    assertThat(frames.subList(frames.size() - 2, frames.size()))
        .extracting(Frame::name)
        .containsExactly("pipeline_error", "pipeline_end");
    FramePlace error = frames.get(frames.size() - 2).place();
    assertThat(all(ended(4).store(), error))
        .extracting(Frame::name)
        .containsExactly("pipeline_end");
  }

  @Test
  void aRunThatWasOpenedAgainEndsWhereItDidSoLast() {
    SimulatedRun run = ended(1);
    List<Frame> before = all(run.store(), FramePlace.START);
    assertThat(run.store().steer(SimulatedRun.TENANT, SimulatedRun.RUN, RunState.RUNNING).state())
        .isEqualTo(RunState.RUNNING);
    run.store().steer(SimulatedRun.TENANT, SimulatedRun.RUN, RunState.CANCELLED);

    List<Frame> after = all(run.store(), FramePlace.START);
    assertThat(before).extracting(Frame::name).containsOnlyOnce("pipeline_end");
    assertThat(after).extracting(Frame::name).containsOnlyOnce("pipeline_end");
    assertThat(data(after.get(after.size() - 1)).get("state").stringValue()).isEqualTo("CANCELLED");
  }

  @Test
  void aFrameSaysWhoAndWhereAndWhatTheEventTells() {
    Frame frame =
        all(ended(0).store(), FramePlace.START).stream()
            .filter(f -> f.name().equals("status_update") && f.data().contains("step.retried"))
            .findFirst()
            .orElseThrow();
    JsonNode data = data(frame);
    assertThat(data.propertyNames())
        .startsWith(
            "event_id",
            "sequence",
            "event_type",
            "job_id",
            "run_id",
            "lead_id",
            "tenant",
            "user_id",
            "timestamp",
            "kind",
            "agent",
            "attempt",
            "reason");
    assertThat(data.get("event_id").stringValue()).isEqualTo(frame.place().toString());
    assertThat(data.get("user_id").stringValue()).isEqualTo("ana");
    assertThat(data.get("timestamp").stringValue()).isEqualTo("2026-03-01T12:00:00Z");
  }

  @Test
  void theBytesAreThoseOfServerSentEvents() {
    Frame frame = new Frame(new FramePlace(41, 2), "agent_end", "{\"a\":\"é\"}");
    assertThat(new String(ServerSentEvents.event(frame), StandardCharsets.UTF_8))
        .isEqualTo("id: 41.2\nevent: agent_end\ndata: {\"a\":\"é\"}\n\n");
    assertThat(new String(ServerSentEvents.opening(), StandardCharsets.UTF_8))
        .isEqualTo("retry: 2000\n\n");
    assertThat(new String(ServerSentEvents.comment(), StandardCharsets.UTF_8)).startsWith(":");
    assertThat(all(ended(2).store(), FramePlace.START))
        .noneMatch(f -> f.data().contains("\n") || f.data().contains("\r"));
  }

  @Test
  void whatIsNoPlaceIsRefused() {
    assertThat(FramePlace.parse(" ")).isEqualTo(FramePlace.START);
    assertThat(FramePlace.parse("7.3")).isEqualTo(new FramePlace(7, 3));
    for (String wrong : List.of("-1", "x", "1.", "1.2.3", "9".repeat(30), "1;2")) {
      assertThatExceptionOfType(InputException.class)
          .as(wrong)
          .isThrownBy(() -> FramePlace.parse(wrong));
    }
  }

  @Test
  void anotherTenantsRunIsNone() {
    RunFrames frames = new RunFrames(ended(0).store());
    RunFrames.Stream theirs =
        new RunFrames.Stream(new dev.prospector.lead.Tenant("other"), RunId.of("job"), "eve");
    assertThatExceptionOfType(RunException.class)
        .isThrownBy(() -> frames.read(theirs, FramePlace.START));
  }
}
