package dev.prospector.cli;

import dev.prospector.pipeline.Run;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Listens for Ctrl-C and requests to end while a run goes on. The first one lets leads in flight
 * finish, the second ends them at once, the third ends the process.
 *
 * <p>Signals are handled rather than left to a shutdown hook: a hook is told only of the first one,
 * and the process then ends although files are still being completed.
 */
final class Interruption implements AutoCloseable {

  private static final List<String> SIGNALS = List.of("INT", "TERM");

  private final Run run;
  private final PrintStream err;
  private final AtomicInteger times = new AtomicInteger();
  private final List<Runnable> restore = new ArrayList<>();
  private volatile int signal;

  private Interruption(Run run, PrintStream err) {
    this.run = run;
    this.err = err;
  }

  static Interruption of(Run run, PrintStream err) {
    Interruption interruption = new Interruption(run, err);
    SIGNALS.forEach(interruption::listen);
    return interruption;
  }

  private void listen(String name) {
    try {
      Signal wanted = new Signal(name);
      SignalHandler before = Signal.handle(wanted, this::received);
      restore.add(() -> Signal.handle(wanted, before));
    } catch (IllegalArgumentException e) {
      // The platform has no such signal, or keeps it for itself: the process then simply ends.
      return;
    }
  }

  private void received(Signal received) {
    signal = received.getNumber();
    switch (times.incrementAndGet()) {
      case 1 -> {
        err.println();
        err.println("Finishing the leads in flight; once more to drop them.");
        run.stop();
      }
      case 2 -> {
        err.println("Dropping the leads in flight.");
        run.cancel();
      }
      default -> Runtime.getRuntime().halt(ExitCode.SIGNAL + signal);
    }
  }

  boolean happened() {
    return times.get() > 0;
  }

  /** Returns the exit code of a process that the signal ended. */
  int exitCode() {
    return ExitCode.SIGNAL + signal;
  }

  @Override
  public void close() {
    restore.forEach(Runnable::run);
  }
}
