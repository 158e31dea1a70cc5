package dev.prospector.cli.progress;

import dev.prospector.error.ProspectorException;
import dev.prospector.run.Run;
import dev.prospector.run.RunProgress;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Shows a run's progress from a thread of its own until closed. */
public final class ProgressTicker implements AutoCloseable {

  private final Run run;
  private final ProgressView view;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private ProgressTicker(Run run, ProgressView view) {
    this.run = run;
    this.view = view;
    this.thread = new Thread(this::tick, "progress");
    thread.setDaemon(true);
  }

  public static ProgressTicker of(Run run, ProgressView view) {
    return new ProgressTicker(run, view);
  }

  public void start() {
    thread.start();
  }

  private void tick() {
    try {
      while (!closing.await(view.every().toMillis(), TimeUnit.MILLISECONDS)) {
        progress().ifPresent(view::show);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    progress().ifPresent(view::end);
  }

  /**
   * Nothing, while a store that keeps the run cannot be asked: the run itself says what is wrong.
   */
  private Optional<RunProgress> progress() {
    try {
      return Optional.of(run.progress());
    } catch (ProspectorException e) {
      return Optional.empty();
    }
  }
}
