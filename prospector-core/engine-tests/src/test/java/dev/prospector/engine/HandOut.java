package dev.prospector.engine;

import dev.prospector.run.Dispatcher;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands leads out one by one, to the processes of a test. */
final class HandOut implements Dispatcher {

  private final BlockingQueue<Assignment> waiting = new LinkedBlockingQueue<>();
  private final AtomicInteger workers = new AtomicInteger();

  int workers() {
    return workers.get();
  }

  void awaitAssignments(int most) {
    while (waiting.stream().distinct().count() < most) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void dispatch(List<Assignment> leads) {
    waiting.addAll(leads);
  }

  @Override
  public Serving serve(Worker worker) {
    workers.incrementAndGet();
    CountDownLatch ended = new CountDownLatch(1);
    Thread thread = new Thread(() -> work(worker, ended), "hand-out");
    thread.start();
    return () -> {
      thread.interrupt();
      awaitUninterrupted(ended);
    };
  }

  private void work(Worker worker, CountDownLatch ended) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Assignment lead = waiting.take();
        if (worker.work(lead) != Worker.Answer.DONE) {
          waiting.add(lead);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private static void awaitUninterrupted(CountDownLatch ended) {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
