package dev.prospector.benchmark.store;

/** One way of keeping the results of steps. */
interface Contender {

  /** What is compared with each other. */
  String group();

  /** What the report calls it within its group. */
  String name();

  /** Whether others of the group are measured by it. */
  boolean baseline();

  /** How many steps it keeps. */
  int steps();

  /** How many rows there are to be afterwards. */
  default int rows() {
    return steps();
  }

  /** Where, for the processor time of a server. */
  Databank databank();

  /** Makes everything ready that is not measured. */
  Session open() throws Exception;

  /** Ready to run once. */
  interface Session extends AutoCloseable {

    /** Keeps all steps, and returns when the last is confirmed. */
    void run() throws Exception;

    @Override
    void close() throws Exception;
  }
}
