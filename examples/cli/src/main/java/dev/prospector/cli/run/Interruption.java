package dev.prospector.cli.run;

import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.run.Run;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Listens for Ctrl-C and requests to end while a run goes on. The first one ends the run, the
 * second the process.
 *
 * <p>Signals are handled rather than left to a shutdown hook: a hook is told only of the first one,
 * and the process then ends although files are still being completed.
 */
public final class Interruption implements AutoCloseable {

  private static final long LAST_WORDS_MILLIS = 200;
  private static final List<String> SIGNALS = List.of("INT", "TERM");

  private final String says;
  private final Runnable does;
  private final String lastWords;
  private final PrintStream err;
  private final AtomicInteger times = new AtomicInteger();
  private final List<Runnable> restore = new ArrayList<>();
  private volatile int signal;

  private Interruption(String says, Runnable does, String lastWords, PrintStream err) {
    this.says = says;
    this.does = does;
    this.lastWords = lastWords;
    this.err = err;
    SIGNALS.forEach(this::listen);
  }

  /** The first one lets leads in flight finish, the second ends the process at once. */
  public static Interruption finishing(Run run, PrintStream err) {
    return new Interruption(
        "Finishing the leads in flight; once more to end at once.", run::stop, "", err);
  }

  /**
   * The first one leaves a run that is kept: its leads in flight are given back.
   *
   * @param lastWords what is said if the process is ended at once
   */
  public static Interruption leaving(Run run, PrintStream err, String lastWords) {
    return new Interruption(
        "Leaving the run; once more to end at once.", run::close, lastWords, err);
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
    int time = times.getAndIncrement();
    if (time > 0) {
      endAtOnce();
    }
    err.println();
    err.println(says);
    does.run();
  }

  /** Says its last words only if that can be done without waiting for anybody. */
  private void endAtOnce() {
    Thread words =
        new Thread(
            () -> {
              err.println();
              err.print(lastWords);
              err.flush();
            },
            "last words");
    words.setDaemon(true);
    words.start();
    try {
      words.join(LAST_WORDS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(exitCode());
  }

  public boolean happened() {
    return times.get() > 0;
  }

  /** Returns the exit code of a process that the signal ended. */
  public int exitCode() {
    return ExitCode.SIGNAL + signal;
  }

  @Override
  public void close() {
    restore.forEach(Runnable::run);
  }
}
