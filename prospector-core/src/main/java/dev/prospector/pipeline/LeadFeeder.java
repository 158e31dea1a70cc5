package dev.prospector.pipeline;

import dev.prospector.dossier.Dossier;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunState;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStatus;
import dev.prospector.port.LeadStore;
import dev.prospector.port.SuppressionList;
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

  LeadFeeder(RunExecution run, Iterator<Lead> leads) {
    this.run = run;
    this.leads = leads;
  }

  void feed() {
    try {
      feedAll();
    } catch (InterruptedException e) {
      run.breakOff(e);
    } catch (RuntimeException e) {
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
      if (run.timeIsOver()) {
        run.endNow(RunState.TIMED_OUT, "the run's time is over");
      } else if (run.window().hasPlace(TURN)) {
        return run.takesLeads();
      }
    }
    return false;
  }

  private void begin(Lead lead, long index) throws InterruptedException {
    run.awaitTurn();
    ResultWindow.Slot slot = run.window().open();
    run.tally().begun.incrementAndGet();
    Optional<String> no = suppressed(lead);
    if (no.isPresent()) {
      run.ended(slot, refused(lead, index, no.get()));
      return;
    }
    Lead enriching = lead.at(lead.stage(), LeadStatus.ENRICHING);
    run.execute(new LeadExecution(run, enriching, index, slot, present(lead))::start);
  }

  private Dossier present(Lead lead) {
    return run.ports()
        .storage()
        .leads()
        .flatMap(store -> store.find(run.tenant(), lead.id()))
        .map(LeadStore.Stored::dossier)
        .orElse(Dossier.empty());
  }

  private Optional<String> suppressed(Lead lead) {
    SuppressionList list = run.ports().storage().suppression();
    Company company = lead.company();
    if (company.domain().isPresent()
        && list.contains(
            run.tenant(), SuppressionList.Kind.DOMAIN, company.domain().orElseThrow())) {
      return Optional.of("the company's domain is on the suppression list");
    }
    if (company.registrationNumber().isPresent()
        && list.contains(
            run.tenant(),
            SuppressionList.Kind.REGISTRATION_NUMBER,
            company.registrationNumber().orElseThrow())) {
      return Optional.of("the company's registration number is on the suppression list");
    }
    return Optional.empty();
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
