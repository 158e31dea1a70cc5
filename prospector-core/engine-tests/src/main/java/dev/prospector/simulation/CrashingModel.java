package dev.prospector.simulation;

import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.model.Capabilities;
import dev.prospector.model.LanguageModel;
import java.util.Objects;
import java.util.Optional;

/**
 * A model whose caller can die right before a call and right after it was made, before anybody
 * heard of the answer. Safe for several threads.
 */
public final class CrashingModel implements LanguageModel {

  private final LanguageModel model;
  private final CrashPoints points;

  /** Creates a model that is called by a process that dies at one of the given points. */
  public CrashingModel(LanguageModel model, CrashPoints points) {
    this.model = Objects.requireNonNull(model);
    this.points = Objects.requireNonNull(points);
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
  public Answer ask(Request request) throws InterruptedException {
    points.begin("model call");
    try {
      Answer answer = model.ask(request);
      points.pass("after model call");
      return answer;
    } finally {
      points.end();
    }
  }

  @Override
  public Optional<Answer> answered(String idempotencyKey) throws InterruptedException {
    points.begin("model question");
    try {
      return model.answered(idempotencyKey);
    } finally {
      points.end();
    }
  }
}
