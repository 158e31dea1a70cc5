package dev.prospector.benchmark.engine;

/**
 * One way of running the {@link WaitingGraph} over leads.
 *
 * @param name what the report and {@code --only} call it
 * @param leads how many leads pass
 * @param leadsAtOnce how many are under way at once at most
 * @param stepsAtOnce how many steps wait at once at most
 * @param run passes the leads
 */
record Waiting(String name, int leads, int leadsAtOnce, int stepsAtOnce, Run run) {

  /** Passes this many leads through the graph and returns when the last is done. */
  interface Run {
    void pass(int leads) throws Exception;
  }

  /** This run with fewer leads, to warm up. */
  Waiting shortened() {
    return new Waiting(name, Math.max(1, leads / 10), leadsAtOnce, stepsAtOnce, run);
  }

  double idealSeconds() {
    return WaitingGraph.idealSeconds(leads, leadsAtOnce, stepsAtOnce);
  }

  /**
   * Returns the seconds that it took.
   *
   * @throws IllegalStateException when not every lead passed every agent
   */
  double measure() throws Exception {
    System.gc();
    long steps = Work.steps();
    long start = System.nanoTime();
    run.pass(leads);
    double seconds = (System.nanoTime() - start) / 1e9;
    long executed = Work.steps() - steps;
    if (executed != (long) leads * WaitingGraph.NODES.size()) {
      throw new IllegalStateException(name + " executed " + executed + " steps");
    }
    return seconds;
  }
}
