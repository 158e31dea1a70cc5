package dev.prospector.engine.internal.step;

import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.engine.internal.lead.LeadBook;
import dev.prospector.engine.internal.lead.LeadSpending;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.error.BudgetRefusedException;
import dev.prospector.error.LostAnswerException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.UnansweredException;
import dev.prospector.error.UndecidedCallException;
import dev.prospector.event.RunEvent.CallSettled;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.model.Block;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Permit;
import dev.prospector.model.Turn;
import dev.prospector.store.AnsweredCall;
import dev.prospector.store.CallAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Models as a step sees them: every call has its turn, is reserved, then noted as intended, then
 * made, then settled. What was heard is not asked again when the step is tried again, here or by
 * who has the lead next. Confined to one step.
 */
public final class GuardedModel {

  /**
   * What calls are made for, and under which keys they are noted; with the place of the lead in the
   * input.
   *
   * @param together tells what is asked for several steps from what is asked for the first of them
   *     alone; empty for one step
   */
  record Purpose(
      Tenant tenant,
      String run,
      long index,
      LeadId lead,
      String step,
      Fingerprint inputs,
      String together) {

    /** Returns the idempotency key of a call, counted from 1; it does not tell the lead. */
    String key(int call) {
      return prefix(run, index) + hashed(lead) + "/" + step + together + "/" + call;
    }

    /** Any text may be a lead's id: it may say who that is, and not every letter is a header's. */
    private static String hashed(LeadId lead) {
      return Fingerprint.hasher().add(lead.value()).finish().toString().substring(0, 16);
    }
  }

  /** Where calls are paid for and written down. */
  record Ledger(LeadBook book, Workplace run, LeadSpending lead) {}

  /** Waits for the turn of a call. */
  @FunctionalInterface
  interface Turns {
    Permit take(LanguageModel model, Request request) throws InterruptedException;
  }

  /** Returns how the keys begin of all calls for the lead at one place of the input. */
  public static String prefix(String run, long index) {
    return run + "/" + index + "/";
  }

  private final LeadBook book;
  private final Workplace run;
  private final LeadSpending lead;
  private final Turns turns;
  private final Purpose purpose;
  private final Map<String, CallOutcome> answered = new LinkedHashMap<>();
  private final Map<String, CallAnswer> heard = new HashMap<>();
  private final Map<String, Integer> attempts = new HashMap<>();
  private final Map<String, Integer> unheard = new HashMap<>();
  private final List<CallAnswer> sinceLastIntent = new ArrayList<>();
  private Usage used = Usage.NONE;

  GuardedModel(Ledger ledger, Turns turns, Purpose purpose) {
    this.book = ledger.book();
    this.run = ledger.run();
    this.lead = ledger.lead();
    this.turns = turns;
    this.purpose = purpose;
  }

  /**
   * Returns the answer to a call.
   *
   * @param number of the call in its step, from 1: the same question has the same number
   */
  Answer ask(LanguageModel model, int number, Request request) throws InterruptedException {
    Call call = new Call(model, number, purpose.key(number), question(model, request));
    Optional<Answer> known = known(call);
    if (known.isEmpty()) {
      known = afterUnknown(call);
    }
    if (known.isPresent()) {
      return known.get();
    }
    try (Permit permit = turns.take(model, request)) {
      Reservation reservation = reserve(model.upperBound(request));
      CallIntent intent = intend(reservation, call);
      book.confirm();
      attempts.merge(call.key(), 1, Integer::sum);
      return ask(call, request.withIdempotencyKey(call.key()), intent);
    }
  }

  /** One call. */
  private record Call(LanguageModel model, int number, String key, Fingerprint question) {}

  private Reservation reserve(Usage atMost) {
    lead.reserve(atMost);
    boolean granted = false;
    try {
      Reservation reservation = book.ask(() -> run.reserve(atMost));
      granted = true;
      return reservation;
    } catch (BudgetRefusedException e) {
      run.spent();
      throw e;
    } finally {
      if (!granted) {
        lead.settle(atMost, Usage.NONE);
      }
    }
  }

  private static Fingerprint question(LanguageModel model, Request request) {
    Fingerprint.Hasher hasher =
        Fingerprint.hasher().add("question/2").add(model.name()).add(request.instructions());
    hasher.add(request.material().size());
    for (Block block : request.material()) {
      hasher.add(block.text()).add(block.repeats() ? 1 : 0);
    }
    hasher.add(request.turns().size());
    for (Turn turn : request.turns()) {
      hasher.add(turn.answer()).add(turn.objection());
    }
    request.schema().ifPresent(s -> hasher.add(s.name()).add(s.json()).add(s.enforced() ? 1 : 0));
    return hasher.add(request.longestAnswer()).add(request.effort().name()).finish();
  }

  /** Returns what was heard in an earlier try, or by who had the lead before. */
  private Optional<Answer> known(Call call) {
    CallAnswer earlier = heard.get(call.key());
    if (earlier != null) {
      return Optional.of(earlier.answer()).filter(a -> earlier.question().equals(call.question()));
    }
    Optional<AnsweredCall> before = book.answeredCall(call.key(), call.question());
    Optional<Answer> answer = before.flatMap(AnsweredCall::answer);
    if (before.isPresent() && answer.isEmpty() && call.model().effect() == Effect.AT_MOST_ONCE) {
      throw new LostAnswerException(call.key());
    }
    answer.ifPresent(
        there -> {
          hear(new CallAnswer(call.key(), call.question(), there));
          tell(call, CallSettled.Ending.of(there.ending()), there.usage());
        });
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
  private Optional<Answer> afterUnknown(Call call) throws InterruptedException {
    Optional<CallIntent> left = book.openCall(call.key());
    if (left.isEmpty()) {
      return Optional.empty();
    }
    CallIntent open = left.get();
    Optional<Answer> told = call.model().answered(call.key());
    if (told.isPresent()) {
      note(call, open, told.get());
    } else if (open.effect() == Effect.AT_MOST_ONCE) {
      throw new UndecidedCallException(call.key());
    }
    return told;
  }

  private Answer ask(Call call, Request request, CallIntent intent) throws InterruptedException {
    boolean settled = false;
    try {
      Answer answer = call.model().ask(request);
      note(call, intent, answer);
      settled = true;
      return answer;
    } catch (UnansweredException e) {
      Answer told = toldAfter(call, e, intent);
      note(call, intent, told);
      settled = true;
      return told;
    } catch (PortException e) {
      settled = true;
      failed(call, intent);
      throw e;
    } finally {
      if (!settled) {
        // Unheard, interrupted or broken in between: the provider may have done the work, so it
        // counts.
        book.unknown(intent);
        tell(call, CallSettled.Ending.UNHEARD, intent.reservation().atMost());
      }
    }
  }

  private void failed(Call call, CallIntent intent) {
    lead.settle(intent.reservation().atMost(), Usage.NONE);
    book.failed(intent.reservation(), outcomeOfFailure(call.key()));
    tell(call, CallSettled.Ending.FAILED, Usage.NONE);
  }

  /** Returns what the provider can tell of a call whose answer was not heard. */
  private Answer toldAfter(Call call, UnansweredException unheardOf, CallIntent intent)
      throws InterruptedException {
    Optional<Answer> told = call.model().answered(intent.call());
    if (told.isEmpty() && intent.effect() == Effect.AT_MOST_ONCE) {
      throw new UndecidedCallException(intent.call());
    }
    return told.orElseThrow(() -> onceMoreAtMost(call, unheardOf));
  }

  /** A call that is not heard twice is not made a third time: each of them counts in full. */
  private UnansweredException onceMoreAtMost(Call call, UnansweredException unheardOf) {
    return unheard.merge(call.key(), 1, Integer::sum) == 1
        ? unheardOf
        : new UnansweredException(
            unheardOf.port(),
            "no answer was heard twice, so it is not asked again: " + unheardOf.getMessage(),
            RetryAdvice.never(),
            unheardOf);
  }

  private void note(Call call, CallIntent intent, Answer answer) {
    lead.settle(intent.reservation().atMost(), answer.usage());
    book.answered(intent, answer.usage());
    CallAnswer there = new CallAnswer(intent.call(), call.question(), answer);
    hear(there);
    sinceLastIntent.add(there);
    tell(call, CallSettled.Ending.of(answer.ending()), answer.usage());
  }

  private void tell(Call call, CallSettled.Ending ending, Usage usage) {
    int attempt = Math.max(1, attempts.getOrDefault(call.key(), 1));
    CallSettled.Which which =
        new CallSettled.Which(purpose.step(), call.number(), attempt, call.model().name());
    book.note(p -> new CallSettled(p, purpose.lead(), which, ending, usage));
  }

  private Optional<CallOutcome> outcomeOfFailure(String key) {
    return answered.containsKey(key)
        ? Optional.empty()
        : Optional.of(new CallOutcome(key, CallOutcome.Ending.FAILED, Usage.NONE));
  }

  /** No call is made before its intent is durable. */
  private CallIntent intend(Reservation reservation, Call call) {
    CallIntent intent =
        new CallIntent(
            purpose.run(),
            purpose.lead(),
            purpose.step(),
            purpose.inputs(),
            call.key(),
            call.model().effect(),
            reservation);
    boolean noted = false;
    try {
      sinceLastIntent.removeIf(answer -> answer.call().equals(call.key()));
      book.intend(intent, sinceLastIntent);
      sinceLastIntent.clear();
      noted = true;
      return intent;
    } finally {
      if (!noted) {
        lead.settle(reservation.atMost(), Usage.NONE);
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
