package dev.prospector.cli.doctor;

import dev.prospector.cli.terminal.Terminal;
import java.nio.charset.Charset;
import java.util.Locale;

/** Examines the machine: Java, memory, encoding, terminal. */
public final class Surroundings {

  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
  private static final long MEGABYTE = 1024 * 1024;
  private static final long ENOUGH_MEGABYTES = 400;

  private Surroundings() {}

  public static void examine(Diagnosis diagnosis, Terminal terminal) {
    int java = Runtime.version().feature();
    diagnosis.fine("java", System.getProperty("java.version") + ", " + vendor());
    diagnosis.fine(
        "threads",
        (java >= FIRST_WITH_VIRTUAL_THREADS ? "virtual threads" : "a bounded pool of threads")
            + " on "
            + Runtime.getRuntime().availableProcessors()
            + " processors");
    long heap = Runtime.getRuntime().maxMemory() / MEGABYTE;
    if (heap >= ENOUGH_MEGABYTES) {
      diagnosis.fine("memory", heap + " MB of heap at most");
    } else {
      diagnosis.note("memory", heap + " MB of heap at most", "give more: java -Xmx512m -jar ...");
    }
    encoding(diagnosis);
    diagnosis.fine(
        "terminal",
        terminal.interactive() ? "yes: progress is a bar" : "no: progress is written as lines");
  }

  private static String vendor() {
    return System.getProperty("java.vm.name", "") + " of " + System.getProperty("java.vendor", "?");
  }

  /** Data is UTF-8 always; file names are not ours to decide. */
  private static void encoding(Diagnosis diagnosis) {
    String names = System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
    if (names.toUpperCase(Locale.ROOT).replace("-", "").equals("UTF8")) {
      diagnosis.fine("encoding", "output and file names in UTF-8");
    } else {
      diagnosis.note(
          "encoding",
          "output in UTF-8, but file names in " + names,
          "for file names with accents start with LC_ALL=C.UTF-8");
    }
  }
}
