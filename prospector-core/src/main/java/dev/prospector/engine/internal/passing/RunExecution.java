package dev.prospector.engine.internal.passing;

import dev.prospector.engine.internal.control.RunControl;
import dev.prospector.engine.internal.control.RunInput;
import dev.prospector.engine.internal.lead.StoredLeads;
import dev.prospector.engine.internal.step.LeadEnd;
import dev.prospector.engine.internal.time.Joining;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.error.RunException;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStatus;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunProgress;
import dev.prospector.run.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run that ends with this process. */
public final class RunExecution extends RunControl {

  private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);
  private static final int MOST_REMEMBERED_FAILURES = 100_000;

  private final Workplace run;
  private final Runs runs;
  private final EventStream events;
  private final ResultWindow window;
  private final Semaphore inFlight;
  private final StoredLeads stored;
  private final List<Lead> failedLeads = new ArrayList<>();
  private @Nullable RunInput input;
  private @Nullable LeadFeeder feed;
  private Threads.@Nullable Background feeder;

  public RunExecution(Workplace run, EventStream events, Runs runs) {
    super(run);
    this.run = run;
    this.runs = runs;
    this.events = events;
    this.stored = new StoredLeads(run.ports().storage().leads(), run.tenant());
    this.window =
        run.options().isForEffects()
            ? ResultWindow.dropping()
            : ResultWindow.holding(Math.max(64, 4 * run.options().concurrency()));
    this.inFlight = new Semaphore(run.options().concurrency());
  }

  /** Starts further runs of the same engine. */
  @FunctionalInterface
  public interface Runs {
    Run start(Pipeline pipeline, Iterator<Lead> leads, RunOptions options);
  }

  public RunExecution begin(Iterator<Lead> leads) {
    publish(p -> new RunEvent.RunStarted(p, run.pipeline().name()));
    run.onSpent(this::stop);
    run.open(window::end);
    RunInput reading = new RunInput(leads);
    LeadFeeder feeding = new LeadFeeder(this, run, reading);
    input = reading;
    feed = feeding;
    feeder = run.threads().background("prospector-feeder-" + id(), () -> run.guard(feeding::feed));
    return this;
  }

  // ---- what leads and steps ask for

  void publish(EventDraft.Unnumbered event) {
    events.publish(event);
  }

  ResultWindow window() {
    return window;
  }

  StoredLeads stored() {
    return stored;
  }

  void awaitTurn() throws InterruptedException {
    inFlight.acquire();
  }

  /** Every lead in flight holds one permit: with all of them in hand, all have ended. */
  boolean allEnded(Duration longest) {
    try {
      return inFlight.tryAcquire(
          run.options().concurrency(), longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return false; // Only a host can have interrupted the feeder; leads must end all the same.
    }
  }

  void ended(ResultWindow.Slot slot, LeadResult result) {
    if (result.status() == LeadStatus.FAILED) {
      remember(result.lead());
    }
    run.tally().leadEnded(result.status());
    publish(LeadEnd.event(result.lead(), result.steps()));
    slot.fill(result);
  }

  /** Gives the lead's permit back, whether or not it ended well. */
  void leave() {
    inFlight.release();
  }

  private void remember(Lead lead) {
    synchronized (failedLeads) {
      if (failedLeads.size() <= MOST_REMEMBERED_FAILURES) {
        failedLeads.add(lead);
      }
    }
  }

  /** Called once, when every lead that was begun has ended. */
  void finish() {
    RunState last = run.life().finish();
    publish(p -> new RunEvent.RunFinished(p, last));
    window.end();
    run.close();
  }

  // ---- what the host asks for

  @Override
  public RunState state() {
    return run.life().state();
  }

  @Override
  public RunProgress progress() {
    return run.tally().progress(state(), run.options().expectedLeads());
  }

  @Override
  protected Results source() {
    return this::take;
  }

  private Optional<LeadResult> take() throws InterruptedException {
    Optional<LeadResult> result = window.take();
    throwIfBroken();
    return result;
  }

  @Override
  protected String brokeOff() {
    return "run " + id() + " failed after " + run.tally().begun.get() + " leads";
  }

  @Override
  protected void join() throws InterruptedException {
    if (takes()) {
      while (take().isPresent()) {
        continue;
      }
    }
    Threads.Background feeding = feeder;
    if (feeding != null) {
      feeding.join();
    }
  }

  @Override
  public boolean isOverWithin(Duration longest) throws InterruptedException {
    return window.isOverWithin(longest);
  }

  @Override
  protected void steer(RunState wish) {
    switch (wish) {
      case PAUSED -> tellIf(run.life().pause(), RunEvent.RunPaused::new);
      case RUNNING -> tellIf(run.life().resume(), RunEvent.RunResumed::new);
      case CANCELLED -> run.life().endNow(RunState.CANCELLED, "the run was cancelled");
      default -> {
        steer(RunState.RUNNING);
        run.life().stop();
      }
    }
  }

  private void tellIf(boolean changed, EventDraft.Unnumbered event) {
    if (changed) {
      publish(event);
    }
  }

  @Override
  protected Run again() {
    List<Lead> leads;
    synchronized (failedLeads) {
      leads = List.copyOf(failedLeads);
    }
    if (leads.size() > MOST_REMEMBERED_FAILURES) {
      throw new RunException(
          "more than "
              + MOST_REMEMBERED_FAILURES
              + " leads of run "
              + id()
              + " failed: start a run over the input instead, the journal holds what is done");
    }
    RunOptions again =
        run.options()
            .withId(RunId.of(id().value().length() > 57 ? id().value() : id().value() + ".retry"))
            .withExpectedLeads(leads.size());
    return runs.start(run.pipeline(), leads.iterator(), again);
  }

  @Override
  public void close() {
    cancel();
    if (input == null || input.leave(RunInput.GRACE)) {
      Joining.uninterruptibly(feeder);
    } else {
      LOG.warn("run {} ends without its list, which goes on reading though interrupted", id());
      Objects.requireNonNull(feed).end();
    }
  }
}
