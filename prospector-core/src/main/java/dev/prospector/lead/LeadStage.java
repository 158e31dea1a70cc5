package dev.prospector.lead;

/** How far a lead has come, derived from the agents that finished. */
public enum LeadStage {
  /** Nothing but what the host said. */
  INTAKE,
  /** The company is being analysed. */
  ANALYSIS,
  /** The decision maker is being sought. */
  PERSONA,
  /** The approach is being planned. */
  STRATEGY,
  /** The messages are being written. */
  MESSAGE,
  /** Everything that was asked for is there. */
  COMPLETED
}
