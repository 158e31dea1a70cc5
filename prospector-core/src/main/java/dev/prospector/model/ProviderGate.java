package dev.prospector.model;

import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.model.ProviderLine.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps all calls to one provider within what it bears: a circuit breaker, requests and tokens per
 * minute, a number of calls at a time that grows by one and is halved when the provider asks for
 * less, and tenants in turn. All models of one account share one gate.
 *
 * <p>A gate repeats nothing: the step's retries are the only ones. Safe for several threads.
 */
public final class ProviderGate {

  /** Known waits are slept in pieces, since a provider may tell higher limits meanwhile. */
  private static final Duration LONGEST_SLEEP = Duration.ofMillis(500);

  private final ProviderLine line;
  private final Pause pause;

  private ProviderGate(ProviderLine line, Pause pause) {
    this.line = line;
    this.pause = pause;
  }

  /** How a call waits, such as {@code Threads.platform()::sleep}. */
  @FunctionalInterface
  public interface Pause {

    /** Waits so long. */
    void sleep(Duration time) throws InterruptedException;
  }

  /** Returns a gate of its own. */
  public static ProviderGate of(ProviderLimits limits, Clock clock, Pause pause) {
    return new ProviderGate(new ProviderLine(limits, clock), Objects.requireNonNull(pause));
  }

  /** Returns a model whose calls pass this gate. */
  public LanguageModel guard(LanguageModel model) {
    return new Guarded(model, this);
  }

  /** Tells what the provider allows, as its answers do; limits that were set stay the most. */
  public void told(Optional<Long> requestsPerMinute, Optional<Long> tokensPerMinute) {
    line.told(requestsPerMinute, tokensPerMinute);
  }

  private Permit turn(String model, Caller caller, long tokens) throws InterruptedException {
    Ticket ticket = line.join(caller.tenant(), tokens);
    boolean begun = false;
    try {
      Duration waitedWhileDown = Duration.ZERO;
      for (Duration wait = line.begin(ticket); !wait.isZero(); wait = line.begin(ticket)) {
        if (line.isDown() && waitedWhileDown.compareTo(caller.whileDown()) >= 0) {
          throw new PortException(model, "the provider is down", RetryAdvice.never());
        }
        Duration some = shorter(wait);
        pause.sleep(some);
        waitedWhileDown = line.isDown() ? waitedWhileDown.plus(some) : Duration.ZERO;
      }
      begun = true;
      return line::end;
    } finally {
      if (!begun) {
        line.leave(ticket);
      }
    }
  }

  private static Duration shorter(Duration wait) {
    return wait.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : wait;
  }

  /** A model behind its gate. */
  private record Guarded(LanguageModel model, ProviderGate gate) implements LanguageModel {

    @Override
    public String name() {
      return model.name();
    }

    @Override
    public Usage upperBound(Request request) {
      return model.upperBound(request);
    }

    @Override
    public Usage estimate(Request request) {
      return model.estimate(request);
    }

    @Override
    public Capabilities capabilities() {
      return model.capabilities();
    }

    @Override
    public Effect effect() {
      return model.effect();
    }

    @Override
    public Permit turn(Request request, Caller caller) throws InterruptedException {
      return gate.turn(name(), caller, estimate(request).tokens());
    }

    @Override
    public Answer ask(Request request) throws InterruptedException {
      if (!gate.line.isAllowed()) {
        throw new PortException(name(), "the provider went down", RetryAdvice.backOff());
      }
      long estimated = estimate(request).tokens();
      boolean told = false;
      try {
        Answer answer = model.ask(request);
        gate.line.answered(estimated - answer.usage().tokens());
        told = true;
        return answer;
      } catch (PortException e) {
        gate.line.failed(e, estimated);
        told = true;
        throw e;
      } finally {
        if (!told) {
          gate.line.saidNothing();
        }
      }
    }

    @Override
    public Optional<Answer> answered(String idempotencyKey) throws InterruptedException {
      return model.answered(idempotencyKey);
    }

    @Override
    public String toString() {
      return name();
    }
  }
}
