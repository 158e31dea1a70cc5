package dev.prospector.testkit;

import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.model.Capabilities;
import dev.prospector.model.Capabilities.SchemaForm;
import dev.prospector.model.LanguageModel;
import dev.prospector.money.Money;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A model that answers what it was told to, in that order, and keeps what it was asked. Each call
 * costs 1 cent and 100 tokens, which is also its upper bound. Safe for several threads.
 */
public final class ScriptedModel implements LanguageModel {

  /** What one call costs, and is bounded by. */
  public static final Usage COST = Usage.ofCall(Money.of("0.01", "USD"), 100);

  private final ConcurrentLinkedQueue<Reply> script = new ConcurrentLinkedQueue<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Capabilities can = Capabilities.unknown();

  /** What happens at one call. */
  @FunctionalInterface
  private interface Reply {
    Answer to(Request request) throws InterruptedException;
  }

  /** Creates a model without a script: asked, it fails for good. */
  public ScriptedModel() {}

  /** Has it say that it is held to schemas, so that agents may be asked together. */
  public ScriptedModel heldToSchemas() {
    can = new Capabilities(Integer.MAX_VALUE, Integer.MAX_VALUE, SchemaForm.STRICT, false);
    return this;
  }

  /** Adds a whole answer to the script. */
  public ScriptedModel answering(String text) {
    return ending(text, Answer.Ending.COMPLETE);
  }

  /** Adds an answer that was cut. */
  public ScriptedModel truncated(String text) {
    return ending(text, Answer.Ending.TRUNCATED);
  }

  /** Adds a refusal. */
  public ScriptedModel refusing() {
    return ending("", Answer.Ending.REFUSED);
  }

  /** Adds an answer without text. */
  public ScriptedModel empty() {
    return ending("", Answer.Ending.EMPTY);
  }

  /** Adds a failure. */
  public ScriptedModel failing(RetryAdvice advice) {
    script.add(
        request -> {
          throw new PortException("model", "scripted failure", advice);
        });
    return this;
  }

  /** Adds a call that never returns unless it is interrupted. */
  public ScriptedModel hanging() {
    script.add(
        request -> {
          new java.util.concurrent.CountDownLatch(1).await();
          throw new AssertionError("this latch is never opened");
        });
    return this;
  }

  private ScriptedModel ending(String text, Answer.Ending ending) {
    script.add(request -> new Answer(text, ending, COST, name()));
    return this;
  }

  @Override
  public String name() {
    return "scripted-model";
  }

  @Override
  public Capabilities capabilities() {
    return can;
  }

  @Override
  public Usage upperBound(Request request) {
    return COST;
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public Answer ask(Request request) throws InterruptedException {
    requests.add(request);
    Reply reply = script.poll();
    if (reply == null) {
      throw new PortException("model", "the script is at its end", RetryAdvice.never());
    }
    return reply.to(request);
  }

  /** Returns what it was asked, in order. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }
}
