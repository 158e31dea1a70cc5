package dev.prospector.agents.signal;

/** What may make a company buy now. The order is that in which a sentence of two kinds counts. */
public enum TriggerKind {
  /** It buys, is bought or merges. */
  MERGER(0.2),
  /** It got money for growing. */
  FUNDING(0.3),
  /** Somebody new decides. */
  LEADERSHIP(0.25),
  /** It says that it looks for something, or asks for offers. */
  STATED_NEED(0.6),
  /** It is not content with what it has. */
  DISSATISFACTION(0.4),
  /** A rule that it has to follow is new. */
  REGULATION(0.2),
  /** It changes the systems it works with. */
  TECHNOLOGY_CHANGE(0.35),
  /** It looks for people. */
  HIRING(0.3),
  /** It opens or enlarges a place of its own, or enters a market. */
  EXPANSION(0.3);

  private final double weight;

  TriggerKind(double weight) {
    this.weight = weight;
  }

  /** Returns how much one of the kind at full strength tells of an intent to buy, in 0..1. */
  public double weight() {
    return weight;
  }
}
