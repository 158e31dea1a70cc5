package dev.prospector.cli.progress;

import dev.prospector.event.RunId;
import dev.prospector.run.RunProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Shows progress as one JSON object a line, for programs. */
final class ProgressJson implements ProgressView {

  private final PrintStream err;
  private final String start;

  ProgressJson(PrintStream err, Optional<RunId> run) {
    this.err = err;
    this.start = run.map(id -> "{\"run\":\"" + id + "\",").orElse("{");
  }

  @Override
  public void show(RunProgress progress) {
    err.println(object(progress));
  }

  @Override
  public void end(RunProgress progress) {
    err.println(object(progress));
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(1);
  }

  /** Only numbers, the name of a state and a run's id: nothing needs escaping. */
  private String object(RunProgress progress) {
    RunProgress.Leads leads = progress.leads();
    StringBuilder json = new StringBuilder();
    json.append(start).append("\"state\":\"").append(progress.state()).append('"');
    json.append(",\"begun\":").append(leads.begun());
    json.append(",\"ended\":").append(leads.ended());
    json.append(",\"enriched\":").append(leads.enriched());
    json.append(",\"failed\":").append(leads.failed());
    json.append(",\"skipped\":").append(leads.skipped());
    progress.expected().ifPresent(expected -> json.append(",\"expected\":").append(expected));
    json.append(",\"steps_executed\":").append(progress.steps().executed());
    json.append(",\"steps_reused\":").append(progress.steps().reused());
    json.append(
        String.format(Locale.ROOT, ",\"leads_per_second\":%.1f", progress.leadsPerSecond()));
    progress
        .timeLeft()
        .ifPresent(left -> json.append(",\"seconds_left\":").append(left.toSeconds()));
    return json.append('}').toString();
  }
}
