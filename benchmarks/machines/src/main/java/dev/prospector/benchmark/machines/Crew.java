package dev.prospector.benchmark.machines;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Workers of which random ones are killed, and replaced, or frozen for a while. */
final class Crew implements AutoCloseable {

  private static final int SHORTEST_GAP_MILLIS = 1_000;
  private static final int LONGEST_GAP_MILLIS = 4_000;
  private static final int LONGEST_FREEZE_MILLIS = 25_000;

  /** Somebody has to be there to take over: a worker is spared unless another one is well. */
  private static final int LEAST_LEFT = 2;

  private final Starter starter;
  private final int size;
  private final Random random;
  private final List<WorkerProcess> working = new ArrayList<>();
  private final List<WorkerProcess> starting = new ArrayList<>();
  private final List<Frozen> frozen = new ArrayList<>();
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private int started;

  /** Starts a worker of a given name. */
  @FunctionalInterface
  interface Starter {
    WorkerProcess start(String name) throws IOException;
  }

  private record Frozen(WorkerProcess worker, long from, long until) {}

  Crew(int size, Starter starter, long seed) {
    this.size = size;
    this.starter = starter;
    this.random = new Random(seed);
  }

  static Starter starter(String url, Ledger ledger, int leads, File errors) {
    return name -> WorkerProcess.start(name, url, ledger.port(), leads, errors);
  }

  void start() throws IOException, InterruptedException {
    for (int i = 0; i < size; i++) {
      working.add(starter.start("worker-" + ++started));
    }
    while (working.stream().anyMatch(worker -> !worker.isReady())) {
      pause(10);
    }
  }

  /** Does so many harms, one after another, and thaws everybody in the end. */
  void harm(int times) throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      pause(SHORTEST_GAP_MILLIS + random.nextInt(LONGEST_GAP_MILLIS - SHORTEST_GAP_MILLIS));
      while (working.size() < LEAST_LEFT) {
        pause(100);
      }
      WorkerProcess worker = working.get(random.nextInt(working.size()));
      if (random.nextBoolean()) {
        freeze(worker);
      } else {
        kill(worker);
      }
    }
    while (!frozen.isEmpty()) {
      pause(100);
    }
  }

  private void kill(WorkerProcess worker) throws IOException, InterruptedException {
    worker.kill();
    faults.add(Fault.killed(worker.name(), Ledger.now()));
    working.remove(worker);
    starting.add(starter.start("worker-" + ++started));
  }

  private void freeze(WorkerProcess worker) throws IOException, InterruptedException {
    long millis = 1_000 + random.nextInt(LONGEST_FREEZE_MILLIS - 1_000);
    worker.freeze();
    long now = Ledger.now();
    working.remove(worker);
    frozen.add(new Frozen(worker, now, now + TimeUnit.MILLISECONDS.toNanos(millis)));
  }

  private void pause(long millis) throws IOException, InterruptedException {
    long end = Ledger.now() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (Ledger.now() < end) {
      Thread.sleep(10);
      List<WorkerProcess> ready = starting.stream().filter(WorkerProcess::isReady).toList();
      starting.removeAll(ready);
      working.addAll(ready);
      for (Frozen one : List.copyOf(frozen)) {
        if (Ledger.now() >= one.until()) {
          thaw(one);
        }
      }
    }
  }

  private void thaw(Frozen one) throws IOException, InterruptedException {
    long now = Ledger.now();
    one.worker().thaw();
    frozen.remove(one);
    working.add(one.worker());
    faults.add(Fault.frozen(one.worker().name(), one.from(), now));
  }

  /** Returns what was done so far, in the order in which it was over. */
  List<Fault> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void close() throws InterruptedException {
    for (Frozen one : frozen) {
      one.worker().kill();
    }
    for (WorkerProcess worker : starting) {
      worker.kill();
    }
    for (WorkerProcess worker : working) {
      worker.kill();
    }
  }
}
