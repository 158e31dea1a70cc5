package dev.prospector.store;

import java.util.Map;

/**
 * Holders that fell silent while they held a lead, most likely because their processes died: told
 * to the next holder, so that what ends a process is not done for ever. Forgotten when the lead
 * ends or is given back.
 *
 * @param count how many of them since then, from 0
 * @param executions how often each step was begun, as the holders after the first one wrote it
 *     before they began; without those steps that only the first one can have begun
 */
public record LostHolders(int count, Map<String, Integer> executions) {

  /** No holder fell silent. */
  public static final LostHolders NONE = new LostHolders(0, Map.of());

  /** Fixes the counts. */
  public LostHolders {
    executions = Map.copyOf(executions);
  }
}
