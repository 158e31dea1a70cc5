package dev.prospector.cli.stored;

import dev.prospector.store.StoredRun;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes runs, one a line. */
public interface RunLines {

  /** Writes what stands above. */
  void begin();

  /**
   * Writes a run.
   *
   * @param lastSign when something happened in it last
   */
  void add(StoredRun run, Optional<Instant> lastSign);

  /** A table for people. */
  record OfText(PrintStream out) implements RunLines {

    private static final String FORM = "%-26s %-11s %17s %8s  %-20s  %-20s%n";

    @Override
    public void begin() {
      out.printf(FORM, "RUN", "STATE", "LEADS", "FAILED", "BEGAN", "LAST SIGN");
    }

    @Override
    public void add(StoredRun run, Optional<Instant> lastSign) {
      StoredRun.Leads leads = run.leads();
      String more = leads.complete() ? "" : "+";
      out.printf(
          FORM,
          run.id(),
          run.state(),
          leads.ended() + " of " + leads.accepted() + more,
          leads.failed(),
          seconds(run.times().started()),
          lastSign.map(OfText::seconds).orElse("-"));
    }

    private static String seconds(Instant time) {
      return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
  }

  /** An object for programs. */
  record OfJson(PrintStream out) implements RunLines {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void begin() {}

    @Override
    public void add(StoredRun run, Optional<Instant> lastSign) {
      StoredRun.Leads leads = run.leads();
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("run", run.id().value());
      fields.put("pipeline", run.pipeline());
      fields.put("state", run.state().name());
      fields.put("wish", run.wish().name());
      fields.put("accepted", leads.accepted());
      fields.put("input_complete", leads.complete());
      fields.put("ended", leads.ended());
      fields.put("enriched", leads.enriched());
      fields.put("failed", leads.failed());
      fields.put("skipped", leads.skipped());
      fields.put("began", run.times().started().toString());
      fields.put("finished", run.times().ended().map(Instant::toString).orElse(null));
      fields.put("last_sign", lastSign.map(Instant::toString).orElse(null));
      fields.put("last_event", run.lastEvent());
      fields.put("notes", new TreeMap<>(run.notes()));
      out.println(JSON.writeValueAsString(fields));
    }
  }
}
