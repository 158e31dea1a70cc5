package dev.prospector.engine.internal.step;

import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.error.LostAnswerException;
import dev.prospector.error.PortException;
import dev.prospector.error.UnansweredException;
import dev.prospector.error.UndecidedCallException;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.model.LanguageModel;
import dev.prospector.store.AnsweredCall;
import dev.prospector.store.CallAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model as a step sees it: every call is reserved, then noted as intended, then made, then
 * settled. What was heard is not asked again when the step is tried again, here or by who has the
 * lead next. Confined to one step.
 */
public final class GuardedModel implements LanguageModel {

  /** For whom calls are made, and where they are noted; the lead at which place of the input. */
  record Purpose(
      Tenant tenant, String run, long index, LeadId lead, String step, Fingerprint inputs) {

    /** Returns the idempotency key of a call, counted from 1. */
    String key(int call) {
      return prefix(run, index) + lead + "/" + step + "/" + call;
    }
  }

  /** Returns how the keys begin of all calls for the lead at one place of the input. */
  public static String prefix(String run, long index) {
    return run + "/" + index + "/";
  }

  private final LanguageModel model;
  private final Budget budget;
  private final LeadBook book;
  private final Purpose purpose;
  private final Map<String, CallOutcome> answered = new LinkedHashMap<>();
  private final Map<String, CallAnswer> heard = new HashMap<>();
  private final List<CallAnswer> sinceLastIntent = new ArrayList<>();
  private Usage used = Usage.NONE;
  private int calls;

  GuardedModel(LanguageModel model, Budget budget, LeadBook book, Purpose purpose) {
    this.model = model;
    this.budget = budget;
    this.book = book;
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
    String key = purpose.key(++calls);
    Fingerprint question = question(request);
    Optional<Answer> known = known(key, question);
    if (known.isEmpty()) {
      known = afterUnknown(key, question);
    }
    if (known.isPresent()) {
      return known.get();
    }
    Reservation reservation = reserve(model.upperBound(request));
    CallIntent intent = intend(reservation, key);
    book.confirm();
    return ask(request.withIdempotencyKey(key), question, intent);
  }

  private Reservation reserve(Usage atMost) {
    Account account = new Account(purpose.tenant(), purpose.run());
    return book.ask(() -> budget.reserve(account, atMost));
  }

  private Fingerprint question(Request request) {
    return Fingerprint.hasher()
        .add(model.name())
        .add(request.instructions())
        .add(request.material())
        .add(request.schema())
        .add(request.longestAnswer())
        .finish();
  }

  /** Returns what was heard in an earlier try, or by who had the lead before. */
  private Optional<Answer> known(String key, Fingerprint question) {
    CallAnswer earlier = heard.get(key);
    if (earlier != null) {
      return Optional.of(earlier.answer()).filter(a -> earlier.question().equals(question));
    }
    Optional<AnsweredCall> before = book.answeredCall(key, question);
    Optional<Answer> answer = before.flatMap(AnsweredCall::answer);
    if (before.isPresent() && answer.isEmpty() && model.effect() == Effect.AT_MOST_ONCE) {
      throw new LostAnswerException(key);
    }
    answer.ifPresent(there -> hear(new CallAnswer(key, question, there)));
    return answer;
  }

  private void hear(CallAnswer answer) {
    heard.put(answer.call(), answer);
    used = used.plus(answer.answer().usage());
    answered.merge(answer.call(), answer.outcome(), GuardedModel::both);
  }

  /**
   * Returns the answer to a call that was made before this process took over, if the provider can
   * tell; empty if the call may be made again.
   */
  private Optional<Answer> afterUnknown(String key, Fingerprint question)
      throws InterruptedException {
    Optional<CallIntent> left = book.openCall(key);
    if (left.isEmpty()) {
      return Optional.empty();
    }
    CallIntent open = left.get();
    Optional<Answer> told = model.answered(key);
    if (told.isPresent()) {
      note(open, question, told.get());
    } else if (open.effect() == Effect.AT_MOST_ONCE) {
      throw new UndecidedCallException(key);
    }
    return told;
  }

  private Answer ask(Request request, Fingerprint question, CallIntent intent)
      throws InterruptedException {
    boolean settled = false;
    try {
      Answer answer = model.ask(request);
      note(intent, question, answer);
      settled = true;
      return answer;
    } catch (UnansweredException e) {
      Answer told = toldAfter(e, intent);
      note(intent, question, told);
      settled = true;
      return told;
    } catch (PortException e) {
      settled = true;
      book.failed(intent.reservation(), outcomeOfFailure(intent.call()));
      throw e;
    } finally {
      if (!settled) {
        // Unheard, interrupted or broken in between: the provider may have done the work, so it
        // counts.
        book.unknown(intent);
      }
    }
  }

  /** Returns what the provider can tell of a call whose answer was not heard. */
  private Answer toldAfter(UnansweredException unheard, CallIntent intent)
      throws InterruptedException {
    Optional<Answer> told = model.answered(intent.call());
    if (told.isEmpty() && intent.effect() == Effect.AT_MOST_ONCE) {
      throw new UndecidedCallException(intent.call());
    }
    return told.orElseThrow(() -> unheard);
  }

  private void note(CallIntent intent, Fingerprint question, Answer answer) {
    book.answered(intent, answer.usage());
    CallAnswer there = new CallAnswer(intent.call(), question, answer);
    hear(there);
    sinceLastIntent.add(there);
  }

  private Optional<CallOutcome> outcomeOfFailure(String key) {
    return answered.containsKey(key)
        ? Optional.empty()
        : Optional.of(new CallOutcome(key, CallOutcome.Ending.FAILED, Usage.NONE));
  }

  /** Nothing is spent on a call of which nobody would know. */
  private CallIntent intend(Reservation reservation, String key) {
    CallIntent intent =
        new CallIntent(
            purpose.run(),
            purpose.lead(),
            purpose.step(),
            purpose.inputs(),
            key,
            model.effect(),
            reservation);
    boolean noted = false;
    try {
      sinceLastIntent.removeIf(answer -> answer.call().equals(key));
      book.intend(intent, sinceLastIntent);
      sinceLastIntent.clear();
      noted = true;
      return intent;
    } finally {
      if (!noted) {
        book.release(reservation);
      }
    }
  }

  private static CallOutcome both(CallOutcome one, CallOutcome again) {
    return new CallOutcome(one.call(), again.ending(), one.usage().plus(again.usage()));
  }

  /** Returns the calls whose outcome is to be committed with the step. */
  List<CallOutcome> answered() {
    return List.copyOf(answered.values());
  }

  Usage used() {
    return used;
  }
}
