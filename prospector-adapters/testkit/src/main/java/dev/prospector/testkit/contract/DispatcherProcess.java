package dev.prospector.testkit.contract;

import dev.prospector.run.Dispatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process that serves until it is killed, and writes down when it begins and ends a lead; and the
 * hold that a test has on it.
 */
public final class DispatcherProcess {

  private final Process process;
  private final Path file;

  private DispatcherProcess(Process process, Path file) {
    this.process = process;
    this.file = file;
  }

  /**
   * Serves for ever.
   *
   * @param args the class of a {@link DispatcherContract.Machine}, the place, leads at a time,
   *     milliseconds that a lead takes, and the file to write to
   */
  public static void main(String[] args) throws Exception {
    DispatcherContract.Machine machine =
        (DispatcherContract.Machine) Class.forName(args[0]).getConstructor().newInstance();
    Dispatcher dispatcher = machine.join(args[1], Integer.parseInt(args[2]), Duration.ZERO);
    long millis = Long.parseLong(args[3]);
    Path file = Path.of(args[4]);
    try (Dispatcher.Serving serving =
        dispatcher.serve(
            lead -> {
              note(file, "begin " + lead.position());
              Thread.sleep(millis);
              note(file, "end " + lead.position());
              return Dispatcher.Worker.Answer.DONE;
            })) {
      Thread.currentThread().join();
    }
  }

  private static synchronized void note(Path file, String line) {
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DispatcherProcess start(
      Class<? extends DispatcherContract.Machine> machine,
      String place,
      int leads,
      Duration eachTakes,
      Path file)
      throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DispatcherProcess.class.getName(),
                machine.getName(),
                place,
                Integer.toString(leads),
                Long.toString(eachTakes.toMillis()),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(file.resolveSibling(file.getFileName() + ".log").toFile())
            .start();
    return new DispatcherProcess(process, file);
  }

  /** Returns the positions of the leads that it began, each time it did. */
  List<Long> begun() throws IOException {
    return positions("begin ");
  }

  /** Returns the positions of the leads that it ended. */
  List<Long> ended() throws IOException {
    return positions("end ");
  }

  private List<Long> positions(String what) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith(what))
          .map(line -> Long.valueOf(line.substring(what.length())))
          .toList();
    }
  }

  /** Ends it as a power cut would. */
  void kill() throws InterruptedException {
    // SIGKILL, which nothing in the process can hear.
    process.destroyForcibly();
    process.waitFor();
  }

  /** Lets it stand still, as a long collection of garbage or a suspended machine does. */
  void freeze() throws IOException, InterruptedException {
    signal("-STOP");
  }

  /** Lets it go on as if nothing had been. */
  void thaw() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    int status = new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    if (status != 0) {
      throw new IOException("kill " + name + " gave " + status);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }
}
