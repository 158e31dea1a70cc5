package dev.prospector.benchmark.flush;

/**
 * A record of which its writer was told that it is kept.
 *
 * @param number its number among all that are written
 */
record Acknowledged(Kind kind, int number) {

  /** What it is. */
  enum Kind {
    INTENT,
    STEP,
    LEAD
  }

  /** Returns the line that tells of it. */
  String line() {
    return kind + " " + number + "\n";
  }

  static Acknowledged parse(String line) {
    String[] parts = line.strip().split(" ");
    return new Acknowledged(Kind.valueOf(parts[0]), Integer.parseInt(parts[1]));
  }
}
