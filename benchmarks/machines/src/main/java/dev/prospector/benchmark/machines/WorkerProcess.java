package dev.prospector.benchmark.machines;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A worker from outside: it can be killed, frozen and thawed. */
final class WorkerProcess {

  /**
   * The optimising compiler of a young process takes most of a core for its first minutes, more
   * than the work itself; a run of some minutes on a small machine would compare nothing else.
   */
  private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

  private static final List<String> OPTIONS =
      List.of("-Xmx400m", ONE_COMPILER, "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

  private final String name;
  private final Process process;
  private final BufferedReader lines;
  private boolean ready;

  private WorkerProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  static WorkerProcess start(String name, String url, int ledger, int leads, File errors)
      throws IOException {
    return new WorkerProcess(
        name,
        Jvm.start(
            OPTIONS,
            errors,
            "worker",
            "--url=" + url,
            "--ledger=" + ledger,
            "--name=" + name,
            "--leads=" + leads));
  }

  String name() {
    return name;
  }

  /** Returns whether it takes work. */
  boolean isReady() {
    try {
      return ready || (ready = lines.ready() && WorkerCommand.READY.equals(lines.readLine()));
    } catch (IOException e) {
      return false;
    }
  }

  /** Kills it with SIGKILL, of which it learns nothing. */
  void kill() throws InterruptedException {
    // Through the handle, since closing the pipes could wait for a frozen process.
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  void freeze() throws IOException, InterruptedException {
    signal("-STOP");
  }

  void thaw() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    int status = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    if (status != 0) {
      throw new IOException("kill " + signal + " " + name + " gave " + status);
    }
  }
}
