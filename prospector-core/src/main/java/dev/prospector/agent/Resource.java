package dev.prospector.agent;

/**
 * Something outside that an agent uses while it works. Each has its own limit of steps at a time,
 * and is handed only to agents that declare it.
 */
public enum Resource {
  /** Pages of web sites. */
  PAGES,
  /** Official registers. */
  REGISTRY,
  /** Web search. */
  SEARCH,
  /** Verifiers of e-mail addresses and telephone numbers. */
  VERIFICATION,
  /** Language models. */
  MODEL
}
