package dev.prospector.simulation;

import dev.prospector.run.Threads;
import dev.prospector.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * Simulated threads: all work is done by the caller of {@link #step()}, one piece after the other,
 * in an order that is drawn by chance and is the same for the same seed. Time passes only with the
 * work. While a piece of work waits for somebody outside, {@link #interleave()} has others go on.
 * Confined to one thread; nothing that runs here may wait for something else that does.
 */
public final class SimulatedThreads implements Threads {

  private static final long LONGEST_STEP_MILLIS = 20;

  private final Random random;
  private final SettableClock clock;
  private final Instant start;
  private final List<Piece> ready = new ArrayList<>();
  private final List<Repetition> repetitions = new ArrayList<>();

  /** Creates threads without work. */
  public SimulatedThreads(Random random, SettableClock clock) {
    this.random = Objects.requireNonNull(random);
    this.clock = Objects.requireNonNull(clock);
    this.start = clock.instant();
  }

  /**
   * Does one piece of work; when there is none, moves the clock to what is to be repeated next.
   *
   * @return false if there is nothing to do, now or later
   */
  public boolean step() {
    clock.advance(Duration.ofMillis(1 + random.nextLong(LONGEST_STEP_MILLIS)));
    List<Repetition> due = repetitions.stream().filter(r -> !r.next.isAfter(now())).toList();
    int choices = ready.size() + due.size();
    if (choices == 0) {
      Optional<Repetition> next = repetitions.stream().min(Comparator.comparing(r -> r.next));
      next.ifPresent(
          repetition -> {
            clock.set(repetition.next);
            repetition.run();
          });
      return next.isPresent();
    }
    int choice = random.nextInt(choices);
    if (choice < ready.size()) {
      ready.remove(choice).run();
    } else {
      due.get(choice - ready.size()).run();
    }
    return true;
  }

  /** Has others go on for a while, as long as chance wills. */
  public void interleave() {
    while (random.nextInt(3) > 0 && !ready.isEmpty()) {
      step();
    }
  }

  private Instant now() {
    return clock.instant();
  }

  @Override
  public Workers workers(String name, int leads, int stepsEach) {
    return new Workers() {
      @Override
      public void execute(Runnable work) {
        ready.add(new Piece(work));
      }

      @Override
      public void close() {
        // What it has is still done.
      }
    };
  }

  @Override
  public Background background(String name, Runnable work) {
    Piece piece = new Piece(work);
    ready.add(piece);
    return piece;
  }

  @Override
  public Background every(Duration pause, String name, Runnable work) {
    Repetition repetition = new Repetition(pause, work);
    repetitions.add(repetition);
    return repetition;
  }

  @Override
  public long nanoTime() {
    return Duration.between(start, now()).toNanos();
  }

  @Override
  public void sleep(Duration time) {
    clock.advance(time);
  }

  @Override
  public boolean oneStepAtATime() {
    return true;
  }

  /** Work that is done once. */
  private final class Piece implements Background {

    private final Runnable work;
    private boolean done;

    Piece(Runnable work) {
      this.work = work;
    }

    void run() {
      try {
        work.run();
      } finally {
        done = true;
      }
    }

    @Override
    public void join() {
      while (!done) {
        if (!step()) {
          throw new IllegalStateException("what is waited for is waiting itself");
        }
      }
    }

    @Override
    public void close() {
      ready.remove(this);
      done = true;
    }
  }

  /** Work that is done again and again. */
  private final class Repetition implements Background {

    private final Duration pause;
    private final Runnable work;
    private Instant next;

    Repetition(Duration pause, Runnable work) {
      this.pause = pause;
      this.work = work;
      this.next = now().plus(pause);
    }

    void run() {
      repetitions.remove(this); // While it runs it is not due.
      running.add(this);
      try {
        work.run();
      } finally {
        next = now().plus(pause);
        if (running.remove(this)) {
          repetitions.add(this);
        }
      }
    }

    @Override
    public void join() {
      while (repetitions.contains(this)) {
        step();
      }
    }

    @Override
    public void close() {
      repetitions.remove(this);
      running.remove(this);
    }
  }

  private final Deque<Repetition> running = new ArrayDeque<>();
}
