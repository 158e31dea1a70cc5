package dev.prospector.engine;

import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.model.LanguageModel;
import dev.prospector.testkit.ScriptedModel;

/** A model that costs what a scripted one does; a test says what happens when it is asked. */
abstract class PricedModel implements LanguageModel {

  private final String name;
  private final Effect effect;

  PricedModel(String name, Effect effect) {
    this.name = name;
    this.effect = effect;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public Usage upperBound(Request request) {
    return ScriptedModel.COST;
  }

  @Override
  public final Effect effect() {
    return effect;
  }

  /** Returns a whole answer. */
  final Answer saying(String text) {
    return new Answer(text, Answer.Ending.COMPLETE, ScriptedModel.COST, name);
  }
}
