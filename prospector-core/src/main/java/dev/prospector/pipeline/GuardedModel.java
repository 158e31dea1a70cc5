package dev.prospector.pipeline;

import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.error.PortException;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.port.CallIntent;
import dev.prospector.port.CallOutcome;
import dev.prospector.port.Effect;
import dev.prospector.port.Journal;
import dev.prospector.port.LanguageModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model as a step sees it: every call is reserved, then noted as intended, then made, then
 * settled. Confined to one step.
 */
final class GuardedModel implements LanguageModel {

  /** For whom calls are made, and where they are noted. */
  record Purpose(Tenant tenant, String run, LeadId lead, String step, Fingerprint inputs) {}

  private final LanguageModel model;
  private final Budget budget;
  private final Journal journal;
  private final Purpose purpose;
  private final Map<String, CallOutcome> answered = new LinkedHashMap<>();
  private Usage used = Usage.NONE;
  private int calls;

  GuardedModel(LanguageModel model, Budget budget, Journal journal, Purpose purpose) {
    this.model = model;
    this.budget = budget;
    this.journal = journal;
    this.purpose = purpose;
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public Usage upperBound(Request request) {
    return model.upperBound(request);
  }

  @Override
  public Effect effect() {
    return model.effect();
  }

  /** Begins a new try: its calls are the same ones again, under the same keys. */
  void restart() {
    calls = 0;
  }

  @Override
  public Answer ask(Request request) throws InterruptedException {
    Usage atMost = model.upperBound(request);
    Account account = new Account(purpose.tenant(), purpose.run());
    Reservation reservation = budget.reserve(account, atMost);
    String key = purpose.run() + "/" + purpose.lead() + "/" + purpose.step() + "/" + ++calls;
    intend(reservation, key);
    boolean settled = false;
    try {
      Answer answer = model.ask(request.withIdempotencyKey(key));
      budget.settle(reservation, answer.usage());
      settled = true;
      used = used.plus(answer.usage());
      CallOutcome outcome = new CallOutcome(key, CallOutcome.Ending.ANSWERED, answer.usage());
      answered.merge(key, outcome, GuardedModel::both);
      return answer;
    } catch (PortException e) {
      budget.release(reservation);
      settled = true;
      if (!answered.containsKey(key)) {
        note(new CallOutcome(key, CallOutcome.Ending.FAILED, Usage.NONE));
      }
      throw e;
    } finally {
      if (!settled) {
        // Interrupted or broken in between: the provider may have done the work, so it counts.
        budget.settle(reservation, atMost);
      }
    }
  }

  /** Nothing is spent on a call of which nobody would know. */
  private void intend(Reservation reservation, String key) {
    boolean noted = false;
    try {
      journal.intend(
          purpose.tenant(),
          new CallIntent(
              purpose.run(),
              purpose.lead(),
              purpose.step(),
              purpose.inputs(),
              key,
              model.effect(),
              reservation));
      noted = true;
    } finally {
      if (!noted) {
        budget.release(reservation);
      }
    }
  }

  private static CallOutcome both(CallOutcome one, CallOutcome again) {
    return new CallOutcome(one.call(), again.ending(), one.usage().plus(again.usage()));
  }

  private void note(CallOutcome outcome) {
    journal.settle(purpose.tenant(), outcome);
  }

  /** Returns the calls whose outcome is to be committed with the step. */
  List<CallOutcome> answered() {
    return List.copyOf(answered.values());
  }

  /** Notes the answered calls of a step that has nothing to commit. */
  void noteAnswered() {
    answered.values().forEach(this::note);
    answered.clear();
  }

  Usage used() {
    return used;
  }
}
