package dev.prospector.testkit.provider;

/** How a simulated model answers. */
public enum Manner {
  /** By the schema, with quotes that stand in the numbered sources. */
  HONEST,
  /**
   * As models do on bad days: fences, prose, thoughts, changed quotes, cut ends, empty answers;
   * asked again it is honest.
   */
  SLOPPY,
  /**
   * It invents values, quotes and sources, repeats the schema, and answers with what breaks
   * readers. What it invents holds {@link SimulatedModel#INVENTED}.
   */
  HOSTILE
}
