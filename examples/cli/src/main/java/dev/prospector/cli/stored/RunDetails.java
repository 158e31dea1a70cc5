package dev.prospector.cli.stored;

import dev.prospector.call.CallIntent;
import dev.prospector.error.RunException;
import dev.prospector.lead.Tenant;
import dev.prospector.store.StoredRun;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;

/** Prints all that a person wants to know about one run. */
public final class RunDetails {

  private final PrintStream out;
  private final OpenedStore store;
  private final StoredRun run;
  private final int most;

  public RunDetails(PrintStream out, OpenedStore store, StoredRun run, int most) {
    this.out = out;
    this.store = store;
    this.run = run;
    this.most = most;
  }

  public void print() {
    head();
    failures();
    calls();
    events();
  }

  private void head() {
    line("run", run.id() + " in " + store.address());
    boolean asked = run.wish() != run.state();
    line("state", run.state() + (asked ? ", told to be " + run.wish() : ""));
    line("pipeline", run.pipeline());
    line("began", run.times().started().toString());
    line("ended", run.times().ended().map(Instant::toString).orElse("not yet"));
    StoredRun.Leads leads = run.leads();
    line(
        "leads",
        leads.ended()
            + " of "
            + leads.accepted()
            + (leads.complete() ? "" : " read so far")
            + " ended: "
            + (leads.enriched() + " enriched, ")
            + (leads.failed() + " failed, ")
            + (leads.skipped() + " skipped"));
    Notes.in(run).ifPresent(this::files);
    if (!ResumeRun.isOver(run)) {
      line("go on", store.command("resume", run.id()));
    }
  }

  private void files(Notes notes) {
    line("list", notes.list().path().toString());
    notes.context().ifPresent(file -> line("context", file.path().toString()));
    notes.pages().ifPresent(path -> line("pages", path.toString()));
    notes.outputs().all().forEach(path -> line("output", path.toString()));
  }

  private void line(String name, String value) {
    out.printf("%-9s %s%n", name, value);
  }

  private void failures() {
    if (run.leads().failed() == 0) {
      return;
    }
    out.println();
    out.println("failed leads");
    unlessArchived(this::reasons);
    out.println("  Mend what the reasons name, then: " + store.command("retry-errors", run.id()));
  }

  private void reasons() {
    List<FailedLeads.Failure> failures = FailedLeads.of(store.runs(), run, most);
    failures.forEach(
        failure ->
            out.println("  " + failure.lead() + " at " + failure.step() + ": " + failure.reason()));
    more(run.leads().failed() - failures.size());
  }

  private void calls() {
    List<CallIntent> open = store.runs().journal().unsettled(Tenant.DEFAULT, run.id().value());
    if (open.isEmpty()) {
      return;
    }
    out.println();
    out.println("calls with an unknown outcome, or in flight");
    open.stream()
        .limit(most)
        .forEach(call -> out.println("  " + call.call() + ", " + RunningText.of(call.effect())));
    more(open.size() - most);
  }

  private void events() {
    out.println();
    out.println("last events");
    unlessArchived(this::lastEvents);
  }

  private void lastEvents() {
    long after = Math.max(0, run.lastEvent() - most);
    store
        .runs()
        .events(Tenant.DEFAULT, run.id(), after, most)
        .forEach(event -> out.println("  " + RunningText.of(event)));
  }

  /** Events of old runs may lie in an archive, of which the store tells. */
  private void unlessArchived(Runnable print) {
    try {
      print.run();
    } catch (RunException e) {
      out.println("  " + e.getMessage());
    }
  }

  private void more(long count) {
    if (count > 0) {
      out.println("  and " + count + " more");
    }
  }
}
