package dev.prospector.pipeline;

import dev.prospector.dossier.Dossier;
import dev.prospector.event.RunEvent;
import dev.prospector.event.StepResult;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStatus;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Takes leads from the input one by one, as places become free, and waits for all to end. */
final class LeadFeeder {

  /** So long at most until a change of the run's state is noticed while waiting. */
  private static final Duration TURN = Duration.ofMillis(100);

  /** So long a broken run waits for threads that may never come back. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final RunExecution run;
  private final Iterator<Lead> leads;
  private final AskSuppression suppression;

  LeadFeeder(RunExecution run, Iterator<Lead> leads) {
    this.run = run;
    this.leads = leads;
    this.suppression = new AskSuppression(run.ports().storage().suppression(), run.tenant());
  }

  void feed() {
    try {
      feedAll();
    } catch (Throwable e) {
      // Also what a list throws that nobody expected: the run ends failed, and does end.
      run.breakOff(e);
    }
    awaitAll();
    run.finish();
  }

  private void feedAll() throws InterruptedException {
    for (long index = 0; hasTurn() && leads.hasNext(); index++) {
      begin(leads.next(), index);
    }
  }

  /** Waits until there is room for a lead; false if the run takes no more. */
  private boolean hasTurn() throws InterruptedException {
    while (run.takesLeads()) {
      run.pauseSwitch().pass();
      if (run.window().hasPlace(TURN)) {
        return run.takesLeads();
      }
    }
    return false;
  }

  private void begin(Lead lead, long index) throws InterruptedException {
    run.awaitTurn();
    boolean handedOver = false;
    try {
      handedOver = beginInTurn(lead, index);
    } finally {
      if (!handedOver) {
        run.leave();
      }
    }
  }

  /** Returns whether the lead will end on its own; otherwise it has ended. */
  private boolean beginInTurn(Lead lead, long index) {
    ResultWindow.Slot slot = run.window().open();
    run.tally().begun.incrementAndGet();
    Optional<String> no = suppression.reason(lead);
    if (no.isPresent()) {
      LeadResult refused = refused(lead, index, no.get());
      // What is stored about the lead stays, and is not handed out.
      run.stored().keep(refused, dossier -> dossier);
      run.ended(slot, refused);
      return false;
    }
    Lead enriching = lead.at(lead.stage(), LeadStatus.ENRICHING);
    Dossier present = run.stored().present(lead.id());
    run.execute(new LeadExecution(run, enriching, index, slot, present)::start);
    return true;
  }

  private LeadResult refused(Lead lead, long index, String reason) {
    List<StepResult> steps =
        run.plan().steps().stream()
            .map(s -> new StepResult(s.spec().id(), StepResult.State.SKIPPED, reason, 0))
            .toList();
    for (StepResult step : steps) {
      run.events().publish(p -> new RunEvent.StepSkipped(p, lead.id(), step.step(), reason));
    }
    Lead ended = lead.at(lead.stage(), LeadStatus.SUPPRESSED);
    return new LeadResult(index, ended, Dossier.empty(), List.of(), steps);
  }

  private void awaitAll() {
    long waited = 0;
    while (!run.awaitsNobody(TURN)) {
      waited += TURN.toNanos();
      if (run.isBroken() && waited > GRACE.toNanos()) {
        return;
      }
    }
  }
}
