package dev.prospector.benchmark.machines;

/** One way of passing leads through sixteen empty steps on a PostgreSQL server. */
interface Contender extends AutoCloseable {

  /**
   * Passes fresh leads through all steps, and returns when everything about the last one is
   * durable.
   *
   * @param batch names the leads: no two calls give the same
   */
  void run(String batch, int leads) throws Exception;

  @Override
  void close();
}
