package dev.prospector.benchmark.engine;

/** One way of running no-op agents over leads. */
interface Contender {

  /** What the report and {@code --only} call it. */
  String name();

  /** How many agents each lead passes; every one of them calls {@link Work#step}. */
  default int stepsPerLead() {
    return Work.AGENTS;
  }

  /** Passes this many fresh leads through all agents and returns when the last is done. */
  void run(int leads) throws Exception;
}
