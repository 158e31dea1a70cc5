package dev.prospector.benchmark.machines;

/**
 * What one round of one contender took, in a virtual machine of its own.
 *
 * @param steps how many were executed
 * @param seconds from the first lead given to the last one durable
 * @param cpuSeconds processor time of that virtual machine, without the server's
 */
record Round(long steps, double seconds, double cpuSeconds) {

  private static final String MARK = "ROUND ";

  double stepsPerSecond() {
    return steps / seconds;
  }

  double cpuMicrosPerStep() {
    return cpuSeconds / steps * 1e6;
  }

  /** Returns the line by which one process tells another. */
  String line() {
    return MARK + steps + " " + seconds + " " + cpuSeconds;
  }

  static boolean isLine(String line) {
    return line.startsWith(MARK);
  }

  static Round parse(String line) {
    String[] parts = line.substring(MARK.length()).split(" ");
    return new Round(
        Long.parseLong(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
  }
}
