package dev.prospector.testkit.provider;

import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.model.Capabilities;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.ProviderGate.Pause;
import dev.prospector.model.Tokens;
import dev.prospector.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model in process that answers what it is asked by its {@link Manner}, takes its time by a clock
 * that may jump, and has limits and outages. A token costs a thousandth of a cent. Safe for several
 * threads.
 */
public final class SimulatedModel implements LanguageModel {

  /** Stands in everything that a hostile model invents, and in no source. */
  public static final String INVENTED = "Quibblexia";

  private static final int ADDED = 1_000;
  private static final BigDecimal PER_TOKEN = new BigDecimal("0.00001");

  private final Answers answers;
  private final Clock clock;
  private final Pause pause;
  private final List<Charge> ledger = new CopyOnWriteArrayList<>();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private Duration latency = Duration.ZERO;
  private Instant downFrom = Instant.MAX;
  private Instant downUntil = Instant.MIN;
  private Optional<MinuteLimits> limits = Optional.empty();

  private SimulatedModel(Answers answers, Clock clock, Pause pause) {
    this.answers = answers;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Returns a model that answers at once, always.
   *
   * @param seed the same one gives the same answers
   * @param pause how time passes while it works, by the clock
   */
  public static SimulatedModel of(Manner manner, long seed, Clock clock, Pause pause) {
    return new SimulatedModel(new Answers(manner, seed), clock, pause);
  }

  /** Has every answer take so long. To be set before it is asked, as all of these. */
  public SimulatedModel withLatency(Duration each) {
    latency = each;
    return this;
  }

  /** Has it be down between two times. */
  public SimulatedModel down(Instant from, Instant until) {
    downFrom = from;
    downUntil = until;
    return this;
  }

  /** Has it refuse what is more than so much in any minute. */
  public SimulatedModel withLimits(long requestsPerMinute, long tokensPerMinute) {
    limits = Optional.of(new MinuteLimits(requestsPerMinute, tokensPerMinute, clock));
    return this;
  }

  @Override
  public String name() {
    return "simulated-model";
  }

  @Override
  public Usage upperBound(Request request) {
    return cost(prompt(request) * 4 + ADDED + request.longestAnswer());
  }

  @Override
  public Usage estimate(Request request) {
    Reply reply = answers.to(Asked.of(request));
    return cost(prompt(request) + Reply.tokens(reply.text()));
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        Integer.MAX_VALUE, Integer.MAX_VALUE, Capabilities.SchemaForm.STRICT, false);
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  private static long prompt(Request request) {
    String text = request.instructions() + request.materialText();
    return text.getBytes(StandardCharsets.UTF_8).length / 4 + 1;
  }

  private static Usage cost(long tokens) {
    return Usage.ofCall(
        Money.of("1", "USD").times(PER_TOKEN.multiply(BigDecimal.valueOf(tokens))), tokens);
  }

  @Override
  public Answer ask(Request request) throws InterruptedException {
    attempts.incrementAndGet();
    Instant now = clock.instant();
    if (!now.isBefore(downFrom) && now.isBefore(downUntil)) {
      throw new PortException(name(), "it is down", RetryAdvice.backOff());
    }
    Reply reply = answers.to(Asked.of(request));
    Tokens tokens = Tokens.of(prompt(request), Reply.tokens(reply.text()));
    Optional<Duration> wait = limits.flatMap(l -> l.take(tokens.total()));
    if (wait.isPresent()) {
      refused.incrementAndGet();
      throw new PortException(name(), "too many", RetryAdvice.after(wait.get()));
    }
    pause.sleep(latency);
    ledger.add(new Charge(name(), tokens));
    return new Answer(
        reply.text(), reply.ending(), cost(tokens.total()), name(), tokens, "simulated");
  }

  /** Returns what it charged, in order. */
  public List<Charge> ledger() {
    return List.copyOf(ledger);
  }

  /** Returns how often it was asked, answered or not. */
  public int attempts() {
    return attempts.get();
  }

  /** Returns how often it was asked more than it allows. */
  public int refused() {
    return refused.get();
  }
}
