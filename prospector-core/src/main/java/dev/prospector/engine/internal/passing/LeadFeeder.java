package dev.prospector.engine.internal.passing;

import dev.prospector.dossier.Dossier;
import dev.prospector.engine.internal.control.RunInput;
import dev.prospector.engine.internal.lead.LeadBook;
import dev.prospector.engine.internal.lead.LeadTurns;
import dev.prospector.engine.internal.lead.RefusedLead;
import dev.prospector.engine.internal.step.LeadExecution;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStatus;
import dev.prospector.privacy.AskSuppression;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes leads from the input one by one, as places become free, and waits for all to end. */
final class LeadFeeder {

  /** So long at most until a change of the run's state is noticed while waiting. */
  private static final Duration TURN = Duration.ofMillis(100);

  /** So long a broken run waits for threads that may never come back. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final RunExecution execution;
  private final Workplace run;
  private final RunInput leads;
  private final AskSuppression suppression;
  private final LeadTurns turns = new LeadTurns();
  private final AtomicBoolean ending = new AtomicBoolean();

  LeadFeeder(RunExecution execution, Workplace run, RunInput leads) {
    this.execution = execution;
    this.run = run;
    this.leads = leads;
    this.suppression = new AskSuppression(run.ports().storage().suppression(), run.tenant());
  }

  void feed() {
    try {
      feedAll();
    } catch (Throwable e) {
      // Also an unexpected failure of the list: the run ends failed, and does end.
      if (!leads.isLeft()) {
        run.breakOff(e);
      }
    }
    end();
  }

  /** Ends the run once, also for a thread that its list never lets go. */
  void end() {
    if (ending.compareAndSet(false, true)) {
      awaitAll();
      execution.finish();
    }
  }

  private void feedAll() throws InterruptedException {
    for (long index = 0; hasTurn() && leads.hasNext(); index++) {
      begin(leads.next(), index);
    }
  }

  /** Waits until there is room for a lead; false if the run takes no more. */
  private boolean hasTurn() throws InterruptedException {
    while (run.life().takesLeads()) {
      run.pauseSwitch().pass();
      if (execution.window().hasPlace(TURN)) {
        return run.life().takesLeads();
      }
    }
    return false;
  }

  private void begin(Lead lead, long index) throws InterruptedException {
    execution.awaitTurn();
    boolean handedOver = false;
    try {
      handedOver = beginInTurn(lead, index);
    } finally {
      if (!handedOver) {
        execution.leave();
      }
    }
  }

  /** Returns whether the lead will end on its own; otherwise it has ended. */
  private boolean beginInTurn(Lead lead, long index) {
    LeadBook book = new PassingBook(execution, run, execution.window().open());
    book.note(p -> new RunEvent.LeadAccepted(p, lead.id(), index));
    run.tally().begun.incrementAndGet();
    Optional<String> no = book.ask(() -> suppression.reason(lead));
    if (no.isPresent()) {
      new RefusedLead(run, book).end(lead, index, no.get());
      return false;
    }
    Runnable work = () -> work(lead, index, book);
    if (turns.isNow(lead.id(), work)) {
      run.execute(work);
    }
    return true;
  }

  private void work(Lead lead, long index, LeadBook book) {
    Runnable leave =
        () -> {
          turns.end(lead.id(), run::execute);
          execution.leave();
        };
    LeadExecution.Begun begun;
    try {
      Lead enriching = lead.at(lead.stage(), LeadStatus.ENRICHING);
      Dossier present = book.ask(() -> execution.stored().present(lead.id()));
      begun = new LeadExecution.Begun(enriching, index, present);
    } catch (Throwable e) {
      run.breakOff(e);
      leave.run();
      return;
    }
    new LeadExecution(run, book, begun, leave).start();
  }

  private void awaitAll() {
    long waited = 0;
    while (!execution.allEnded(TURN)) {
      waited += TURN.toNanos();
      if (run.broken() != null && waited > GRACE.toNanos()) {
        return;
      }
    }
  }
}
