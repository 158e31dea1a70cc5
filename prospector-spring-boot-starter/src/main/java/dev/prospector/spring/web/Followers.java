package dev.prospector.spring.web;

import dev.prospector.error.ProspectorException;
import dev.prospector.spring.internal.BackgroundThreads;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Those who are being told something as it happens, each on a thread of ours. When the application
 * begins to end, all are let go at once, so that its web server waits for nobody.
 */
final class Followers implements ApplicationListener<ContextClosedEvent>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Followers.class);

  /** Tells somebody, until there is nothing more, and is interrupted when the application ends. */
  @FunctionalInterface
  interface Telling {
    void run() throws IOException, InterruptedException;
  }

  private final BackgroundThreads threads;
  private final Set<Thread> telling = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();

  Followers(BackgroundThreads threads) {
    this.threads = threads;
  }

  /** Returns whether there is room; the answer is ended by us then. */
  boolean tell(AsyncContext answer, Telling work) {
    if (closed.get()) {
      return false;
    }
    try {
      threads.executor().execute(() -> run(answer, work));
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  private void run(AsyncContext answer, Telling work) {
    Thread self = Thread.currentThread();
    telling.add(self);
    try {
      if (!closed.get()) {
        work.run();
      }
    } catch (IOException | IllegalStateException e) {
      LOG.debug("a follower is gone", e);
    } catch (InterruptedException e) {
      self.interrupt();
    } catch (ProspectorException e) {
      LOG.debug("a follower cannot be told more", e);
    } finally {
      telling.remove(self);
      end(answer);
    }
  }

  private static void end(AsyncContext answer) {
    try {
      answer.complete();
    } catch (IllegalStateException e) {
      LOG.debug("the answer had ended already", e);
    }
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    closed.set(true);
    telling.forEach(Thread::interrupt);
  }

  @Override
  public void close() {
    threads.close();
  }
}
