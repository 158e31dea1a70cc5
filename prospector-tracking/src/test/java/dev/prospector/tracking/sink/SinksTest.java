package dev.prospector.tracking.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.budget.Usage;
import dev.prospector.dossier.Author;
import dev.prospector.error.PortException;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.money.Money;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinksTest {

  private static final LeadId LEAD = LeadId.of("maria@aurora.example");
  private static final String REASON = "maria did not answer\nINFO all is well";

  private static RunEvent.Position at(long number) {
    return new RunEvent.Position(
        RunId.of("run"),
        number,
        Instant.parse("2026-11-21T12:00:00Z").plusSeconds(number),
        Tenant.DEFAULT);
  }

  private static List<RunEvent> story() {
    return List.of(
        new RunEvent.RunStarted(at(1), "standard"),
        new RunEvent.LeadStarted(at(2), LEAD),
        new RunEvent.StepStarted(at(3), LEAD, "contacts"),
        new RunEvent.StepRetried(at(4), LEAD, "contacts", 1, REASON),
        new RunEvent.StepCompleted(at(8), LEAD, "contacts", Author.RULES, 2, Usage.NONE, ""),
        new RunEvent.StepStarted(at(9), LEAD, "website"),
        new RunEvent.StepFailed(at(11), LEAD, "website", REASON),
        new RunEvent.LeadFinished(at(12), LEAD, LeadStatus.FAILED, ""),
        new RunEvent.RunFinished(at(13), RunState.COMPLETED));
  }

  @Test
  void eachEventIsALineOfJsonThatBeginsWithItsType() {
    StringWriter text = new StringWriter();
    JsonLinesSink sink = JsonLinesSink.to(text);
    story().forEach(sink::accept);

    assertThat(text.toString().lines()).hasSize(9);
    assertThat(text.toString().lines().skip(4).findFirst())
        .contains(
            "{\"type\":\"step.completed\",\"position\":{\"run\":\"run\",\"number\":8,"
                + "\"at\":\"2026-11-21T12:00:08Z\",\"tenant\":\"default\"},\"lead\":\"maria@aurora.example\","
                + "\"step\":\"contacts\",\"author\":\"RULES\",\"rejectedClaims\":2,"
                + "\"usage\":{\"money\":null,\"tokens\":0,\"calls\":0},\"model\":\"\"}");
    assertThat(text.toString()).endsWith("\n").doesNotContain("\r");
  }

  @Test
  void everyEventIsInTheFileBeforeTheNextOneComes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("events.jsonl");
    try (JsonLinesSink sink = JsonLinesSink.to(file)) {
      int lines = 0;
      for (RunEvent event : story()) {
        sink.accept(event);
        assertThat(Files.readAllLines(file)).hasSize(++lines);
      }
    }
    try (JsonLinesSink again = JsonLinesSink.to(file)) {
      again.accept(story().get(0));
    }
    assertThat(Files.readAllLines(file)).hasSize(10);
  }

  @Test
  void halfALineThatACrashLeftIsEnded(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("events.jsonl");
    Files.writeString(file, "{\"type\":\"run.started\"}\n{\"type\":\"lead.sta");
    try (JsonLinesSink sink = JsonLinesSink.to(file)) {
      sink.accept(story().get(0));
    }

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(2)).startsWith("{\"type\":\"run.started\",").endsWith("}");
  }

  @Test
  void whatCannotBeWrittenIsSaid(@TempDir Path folder) {
    assertThatThrownBy(() -> JsonLinesSink.to(folder.resolve("missing/events.jsonl")))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("events.jsonl");
    JsonLinesSink full =
        JsonLinesSink.to(
            new Writer() {
              @Override
              public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("no space left on device");
              }

              @Override
              public void flush() {}

              @Override
              public void close() {}
            });
    assertThatThrownBy(() -> full.accept(story().get(1)))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("event 2 of run run")
        .hasMessageNotContainingAny("maria");
  }

  @Test
  void theLogTellsOfRunsAndFailuresWithoutPersonalData() {
    RecordingLogger log = new RecordingLogger(false);
    story().forEach(LogSink.to(log)::accept);

    assertThat(log.lines())
        .containsExactly(
            "INFO run run event 1: run.started",
            "WARN run run event 11: step.failed of step website",
            "INFO run run event 13: run.finished");
  }

  @Test
  void whoDebugsSeesEveryEventOnOneLineEach() {
    RecordingLogger log = new RecordingLogger(true);
    story().forEach(LogSink.to(log)::accept);

    assertThat(log.lines()).filteredOn(line -> line.startsWith("DEBUG {\"type\"")).hasSize(9);
    assertThat(log.lines()).noneMatch(line -> line.contains("\n"));
    assertThat(log.lines()).anyMatch(line -> line.contains("maria@aurora.example"));
  }

  @Test
  void metersCountAndTimeByKindAndStep() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    story().forEach(MicrometerSink.to(registry)::accept);

    assertThat(registry.counter("prospector.events", "type", "step.started").count()).isEqualTo(2);
    assertThat(steps(registry, "contacts", "completed")).isEqualTo(1);
    assertThat(steps(registry, "contacts", "retried")).isEqualTo(1);
    assertThat(steps(registry, "website", "failed")).isEqualTo(1);
    assertThat(registry.counter("prospector.claims.rejected", "step", "contacts").count())
        .isEqualTo(2);
    assertThat(registry.counter("prospector.leads", "status", "failed").count()).isEqualTo(1);
    assertThat(registry.counter("prospector.runs", "state", "completed").count()).isEqualTo(1);
    assertThat(seconds(registry, "prospector.step.duration", "step", "contacts")).isEqualTo(5);
    assertThat(seconds(registry, "prospector.step.duration", "step", "website")).isEqualTo(2);
    assertThat(seconds(registry, "prospector.lead.duration")).isEqualTo(10);
  }

  @Test
  void callsToModelsAreCountedWithTheirTokensAndTheirCost() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    MicrometerSink sink = MicrometerSink.to(registry);
    RunEvent.CallSettled.Which which =
        new RunEvent.CallSettled.Which("qualification", 1, 1, "openai:gpt-5-mini");
    Usage usage = Usage.ofCall(Money.of("0.25", "USD"), 900);
    for (RunEvent.CallSettled.Ending ending : RunEvent.CallSettled.Ending.values()) {
      sink.accept(new RunEvent.CallSettled(at(1), LEAD, which, ending, usage));
    }

    int endings = RunEvent.CallSettled.Ending.values().length;
    assertThat(registry.get(GenAiNames.CALLS).tag(GenAiNames.ENDING, "complete").counter().count())
        .isEqualTo(1);
    assertThat(
            registry
                .get("gen_ai.client.token.usage")
                .tag("gen_ai.request.model", "openai:gpt-5-mini")
                .summary()
                .totalAmount())
        .isEqualTo(900.0 * endings);
    assertThat(registry.get(GenAiNames.COST).tag("currency", "USD").counter().count())
        .isEqualTo(0.25 * endings);
  }

  @Test
  void metersStayFewWhateverTheRunsLeadsAndStepsAreCalled() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    MicrometerSink sink = MicrometerSink.to(registry);
    for (int i = 0; i < 5_000; i++) {
      RunEvent.Position position =
          new RunEvent.Position(
              RunId.of("run-" + i), i + 1, Instant.EPOCH.plusSeconds(i), Tenant.DEFAULT);
      sink.accept(
          new RunEvent.StepCompleted(
              position, LeadId.of("l" + i), "s" + i, Author.RULES, 0, Usage.NONE, ""));
    }

    assertThat(registry.getMeters().size()).isLessThan(500);
    assertThat(steps(registry, "other", "completed")).isEqualTo(4_800);
  }

  @Test
  void whatBeganElsewhereIsCountedAndNotTimed() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    MicrometerSink.to(registry).accept(story().get(4));

    assertThat(steps(registry, "contacts", "completed")).isEqualTo(1);
    assertThat(registry.find("prospector.step.duration").timer()).isNull();
  }

  private static double steps(SimpleMeterRegistry registry, String step, String outcome) {
    return registry.counter("prospector.steps", "step", step, "outcome", outcome).count();
  }

  private static double seconds(SimpleMeterRegistry registry, String name, String... tags) {
    return registry.timer(name, tags).totalTime(TimeUnit.SECONDS);
  }
}
