package dev.prospector.agent;

/**
 * A step of the pipeline: reads sections, writes one. A plain object; it has no effect but its
 * section, and the same inputs give the same section.
 *
 * <p>Implementations are safe for several threads: one object serves all leads of a run.
 *
 * @param <T> the type of the section that it writes
 */
public interface Agent<T> {

  /** Returns what the agent reads and writes; always the same. */
  AgentSpec<T> spec();

  /**
   * Returns the section, made by rules from the evidence alone. Where the evidence says nothing,
   * the section says unknown.
   *
   * <p>Blocks while it works; the engine interrupts it when the step's time is over or the run
   * ends.
   *
   * @throws dev.prospector.error.PortException if something outside failed, with advice on retrying
   * @throws InterruptedException if interrupted
   */
  T byRules(AgentInput input) throws InterruptedException;
}
