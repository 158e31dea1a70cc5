package dev.prospector.simulation;

import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.model.LanguageModel;
import dev.prospector.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A model whose provider keeps a truthful ledger of what it was asked and what it charged. Its
 * answers and their costs follow from the question alone, so that a run can be compared with
 * another one: one in eight is cut, and one in eight is refused without a charge. It outlives the
 * processes of a test. Safe for several threads.
 */
public final class LedgerModel implements LanguageModel {

  /** The bound of every call. */
  public static final Usage AT_MOST = Usage.ofCall(Money.of("0.0100", "USD"), 100);

  private final Effect effect;
  private final boolean tells;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Call> calls = new ArrayList<>();

  /**
   * A call that came to the provider.
   *
   * @param key its idempotency key
   * @param body the hash of what was asked
   * @param answer what was answered
   * @param charged what it cost; nothing if the key was known
   */
  public record Call(String key, Fingerprint body, Answer answer, Usage charged) {}

  private LedgerModel(Effect effect, boolean tells) {
    this.effect = effect;
    this.tells = tells;
  }

  /** Returns a provider that does the work as often as it is asked. */
  public static LedgerModel of(Effect effect) {
    return new LedgerModel(effect, false);
  }

  /** Returns a provider that can tell afterwards what it answered under a key. */
  public static LedgerModel telling(Effect effect) {
    return new LedgerModel(effect, true);
  }

  @Override
  public String name() {
    return "ledger-model";
  }

  @Override
  public Usage upperBound(Request request) {
    return AT_MOST;
  }

  @Override
  public Effect effect() {
    return effect;
  }

  @Override
  public Answer ask(Request request) {
    Fingerprint body = body(request);
    if (chance(body) % 8 == 7) {
      throw new PortException("model", "not this question", RetryAdvice.never());
    }
    Answer answer = answer(body);
    lock.lock();
    try {
      boolean free = effect == Effect.IDEMPOTENT && find(request.idempotencyKey()).isPresent();
      calls.add(
          new Call(request.idempotencyKey(), body, answer, free ? Usage.NONE : answer.usage()));
      return answer;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Answer> answered(String idempotencyKey) {
    return tells ? find(idempotencyKey).map(Call::answer) : Optional.empty();
  }

  private Optional<Call> find(String key) {
    return calls().stream().filter(call -> call.key().equals(key)).findFirst();
  }

  private static Fingerprint body(Request request) {
    return Fingerprint.hasher()
        .add(request.instructions())
        .add(request.materialText())
        .add(request.turns().toString())
        .add(request.longestAnswer())
        .finish();
  }

  private static int chance(Fingerprint body) {
    return body.hashCode() & 0xff;
  }

  private Answer answer(Fingerprint body) {
    int chance = chance(body);
    Answer.Ending ending = chance % 8 == 0 ? Answer.Ending.TRUNCATED : Answer.Ending.COMPLETE;
    Usage cost = Usage.ofCall(Money.of("0.00" + (10 + chance % 80), "USD"), 20 + chance % 80);
    return new Answer("answer " + body.toString().substring(0, 16), ending, cost, name());
  }

  /** Returns the calls that came, in order. */
  public List<Call> calls() {
    lock.lock();
    try {
      return List.copyOf(calls);
    } finally {
      lock.unlock();
    }
  }

  /** Returns what was charged for all of them. */
  public Usage bill() {
    return calls().stream().map(Call::charged).reduce(Usage.NONE, Usage::plus);
  }
}
