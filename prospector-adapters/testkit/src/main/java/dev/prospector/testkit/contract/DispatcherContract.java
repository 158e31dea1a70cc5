package dev.prospector.testkit.contract;

import static dev.prospector.run.Dispatcher.Worker.Answer.DONE;
import static dev.prospector.run.Dispatcher.Worker.Answer.ELSEWHERE;
import static dev.prospector.run.Dispatcher.Worker.Answer.LATER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.run.Dispatcher;
import dev.prospector.run.Dispatcher.Assignment;
import dev.prospector.run.Dispatcher.Serving;
import dev.prospector.testkit.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every dispatcher promises, with several dispatchers that share their work as several
 * processes do, and with real processes that are killed and frozen. Extend it, and say how a
 * process joins.
 */
public abstract class DispatcherContract {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration PATIENT = Duration.ofMinutes(1);
  private static final RunId RUN = RunId.of("run");

  private final List<AutoCloseable> opened = new ArrayList<>();
  @TempDir private Path folder;

  /** Creates the contract. */
  protected DispatcherContract() {}

  /** A process, or what stands for one; has a public constructor without parameters. */
  public interface Machine extends AutoCloseable {

    /**
     * Returns a dispatcher that shares its work with everyone who joins at this place.
     *
     * @param leads how many leads are worked on at a time
     * @param patience how long leads may take to end when it stops serving
     */
    Dispatcher join(String place, int leads, Duration patience) throws Exception;

    @Override
    void close();
  }

  /** Returns how a process joins. */
  protected abstract Class<? extends Machine> machine();

  /** Returns the place at which the dispatchers of one test meet, with nothing in it. */
  protected abstract String place();

  /** Returns how many assignments are kept at this place, whether they wait or run. */
  protected abstract long kept(String place);

  /** Returns within what time leads of a process that is gone are worked on by another one. */
  protected abstract Duration takeover();

  @AfterEach
  void closeAll() throws Exception {
    for (int i = opened.size() - 1; i >= 0; i--) {
      opened.get(i).close();
    }
  }

  @Test
  void everyLeadIsWorkedOnOnce() throws Exception {
    String place = place();
    Board board = new Board();
    serve(join(place, 4), board);
    serve(join(place, 4), board);
    join(place, 1).dispatch(leads(0, 300));

    await(() -> board.begun.size() == 300 && kept(place) == 0);
    assertThat(board.begun.values()).allSatisfy(times -> assertThat(times.get()).isEqualTo(1));
  }

  @Test
  void whatIsDispatchedWaitsForWhoeverServes() throws Exception {
    String place = place();
    Machine gone = machine().getConstructor().newInstance();
    gone.join(place, 1, PATIENT).dispatch(leads(0, 10));
    gone.close();
    assertThat(kept(place)).isEqualTo(10);

    Board board = new Board();
    serve(join(place, 4), board);
    await(() -> board.begun.size() == 10 && kept(place) == 0);
  }

  @Test
  void dispatchingAgainWhatWaitsChangesNothing() throws Exception {
    String place = place();
    Dispatcher one = join(place, 4);
    Dispatcher other = join(place, 4);
    Threads.all(
        4,
        i -> {
          (i % 2 == 0 ? one : other).dispatch(leads(i, 20 + i));
          return i;
        });
    one.dispatch(List.of());
    assertThat(kept(place)).isEqualTo(23);

    Board board = new Board();
    serve(one, board);
    await(() -> board.begun.size() == 23 && kept(place) == 0);
    assertThat(board.begun.values()).allSatisfy(times -> assertThat(times.get()).isEqualTo(1));
  }

  /** The dispatching process may know that the lead waits again, which the worker does not see. */
  @Test
  void aLeadDispatchedWhileItIsWorkedOnIsAskedForOnceMoreAfterwards() throws Exception {
    String place = place();
    Board board = new Board();
    Semaphore goOn = new Semaphore(0);
    Dispatcher dispatcher = join(place, 4);
    serve(dispatcher, board.then(lead -> waited(goOn)));
    dispatcher.dispatch(leads(0, 1));
    await(() -> board.begun.size() == 1);
    join(place, 1).dispatch(leads(0, 1));
    dispatcher.dispatch(leads(0, 1));
    goOn.release(2);

    await(() -> kept(place) == 0);
    assertThat(board.times(0)).isEqualTo(2);
    assertThat(board.mostAtOnce.get()).isEqualTo(1);
  }

  @Test
  void aLeadThatIsPutOffIsAskedForAgain() throws Exception {
    String place = place();
    Board board = new Board();
    Dispatcher dispatcher = join(place, 2);
    serve(dispatcher, board.then(lead -> board.times(lead.position()) < 3 ? LATER : DONE));
    dispatcher.dispatch(leads(0, 5));

    await(() -> kept(place) == 0);
    assertThat(LongStream.range(0, 5).map(board::times)).containsOnly(3L);
  }

  @Test
  void aLeadThatCannotBeWorkedOnHereIsWorkedOnElsewhere() throws Exception {
    String place = place();
    Board stranger = new Board();
    Board friend = new Board();
    serve(join(place, 4), stranger.then(lead -> ELSEWHERE));
    join(place, 1).dispatch(leads(0, 20));
    await(() -> !stranger.begun.isEmpty());
    serve(join(place, 4), friend);

    await(() -> kept(place) == 0);
    assertThat(friend.begun).hasSize(20);
  }

  @Test
  void aLeadWhoseWorkerFailsIsAskedForAgain() throws Exception {
    String place = place();
    Board board = new Board();
    serve(join(place, 2), board.then(lead -> failsAtFirst(board, lead)));
    join(place, 1).dispatch(leads(0, 4));

    await(() -> kept(place) == 0);
    assertThat(LongStream.range(0, 4).map(board::times)).containsOnly(2L);
  }

  private static Dispatcher.Worker.Answer failsAtFirst(Board board, Assignment lead) {
    if (board.times(lead.position()) > 1) {
      return DONE;
    }
    if (lead.position() % 2 == 0) {
      throw new IllegalStateException("the worker of lead " + lead.position());
    }
    throw new AssertionError("the worker of lead " + lead.position());
  }

  @Test
  void noMoreLeadsAreTakenThanCanBeWorkedOn() throws Exception {
    String place = place();
    Board board = new Board();
    Semaphore goOn = new Semaphore(0);
    serve(join(place, 3), board.then(lead -> waited(goOn)));
    Board other = new Board();
    join(place, 1).dispatch(leads(0, 10));
    await(() -> board.begun.size() == 3);
    serve(join(place, 7), other.then(lead -> waited(goOn)));

    // Only if the first took no more than its three, the second finds seven.
    await(() -> other.begun.size() == 7);
    goOn.release(10);
    await(() -> kept(place) == 0);
    assertThat(board.begun).hasSize(3);
  }

  @Test
  void tenantsAndRunsAreKeptApart() throws Exception {
    String place = place();
    Set<Assignment> leads = new HashSet<>();
    for (String tenant : List.of("a", "a.b", "b-c")) {
      for (String run : List.of("1", "1.retry", "b-c")) {
        leads.add(new Assignment(new Tenant(tenant), RunId.of(run), 0));
        leads.add(new Assignment(new Tenant(tenant), RunId.of(run), Long.MAX_VALUE));
      }
    }
    Set<Assignment> seen = ConcurrentHashMap.newKeySet();
    Dispatcher dispatcher = join(place, 4);
    dispatcher.dispatch(List.copyOf(leads));
    serving(
        dispatcher,
        lead -> {
          seen.add(lead);
          return DONE;
        });
    await(() -> kept(place) == 0);
    assertThat(seen).isEqualTo(leads);
  }

  @Test
  void aProcessThatStopsServingFinishesWhatRunsAndTakesNoMore() throws Exception {
    String place = place();
    Board board = new Board();
    Semaphore goOn = new Semaphore(0);
    Serving serving = serving(join(place, 2), board.then(lead -> waited(goOn)));
    join(place, 1).dispatch(leads(0, 10));
    await(() -> board.begun.size() == 2);
    CountDownLatch closed = new CountDownLatch(1);
    Thread closing =
        new Thread(
            () -> {
              serving.close();
              closed.countDown();
            });
    closing.start();
    // It is in no hurry to end: only what runs can let it.
    assertThat(closed.await(200, TimeUnit.MILLISECONDS)).isFalse();
    goOn.release(10);
    closing.join();

    assertThat(board.begun).hasSize(2);
    assertThat(kept(place)).isEqualTo(8);
  }

  /** At once, that is before those that were never begun. */
  @Test
  void aLeadThatIsInterruptedGoesOnElsewhereAtOnce() throws Exception {
    String place = place();
    Board first = new Board();
    Machine machine = opened(machine().getConstructor().newInstance());
    Serving serving =
        serving(
            machine.join(place, 4, Duration.ZERO), first.then(lead -> waited(new Semaphore(0))));
    join(place, 1).dispatch(leads(0, 20));
    await(() -> first.begun.size() == 4);
    serving.close();
    assertThat(kept(place)).isEqualTo(20);

    List<Long> order = Collections.synchronizedList(new ArrayList<>());
    serve(
        join(place, 1),
        lead -> {
          order.add(lead.position());
          return DONE;
        });
    await(() -> kept(place) == 0);
    assertThat(order.subList(0, 4)).containsExactlyInAnyOrderElementsOf(first.begun.keySet());
    assertThat(order).hasSize(20);
  }

  /** One is killed, one stands still and wakes when everything is over, the third goes on. */
  @Test
  void leadsOfAProcessThatIsGoneGoOnInAnother() throws Exception {
    String place = place();
    Duration each = Duration.ofMillis(100);
    int leads = 5;
    List<DispatcherProcess> processes = new ArrayList<>();
    for (String name : List.of("killed", "frozen", "spared")) {
      DispatcherProcess process =
          DispatcherProcess.start(machine(), place, leads, each, folder.resolve(name));
      opened(process::kill);
      processes.add(process);
    }
    join(place, 1).dispatch(leads(0, 600));
    await(() -> processes.stream().allMatch(DispatcherContract::hasBegun));
    processes.get(0).kill();
    processes.get(1).freeze();

    await(SOON.plus(takeover()), () -> kept(place) == 0);
    processes.get(1).thaw();
    Set<Long> ended = new HashSet<>();
    List<Long> begun = new ArrayList<>();
    for (DispatcherProcess process : processes) {
      ended.addAll(process.ended());
      begun.addAll(process.begun());
    }
    assertThat(ended).hasSize(600);
    // Again only what was under way, or had just ended, in the two.
    assertThat(begun).hasSizeLessThanOrEqualTo(600 + 4 * leads);
    assertThat(processes.get(2).isAlive()).isTrue();
  }

  private static boolean hasBegun(DispatcherProcess process) {
    try {
      return process.ended().size() >= 10;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Dispatcher.Worker.Answer waited(Semaphore goOn) throws InterruptedException {
    goOn.acquire();
    return DONE;
  }

  private Dispatcher join(String place, int leads) throws Exception {
    return opened(machine().getConstructor().newInstance()).join(place, leads, PATIENT);
  }

  private <C extends AutoCloseable> C opened(C closeable) {
    opened.add(closeable);
    return closeable;
  }

  private void serve(Dispatcher dispatcher, Dispatcher.Worker worker) {
    Serving unused = serving(dispatcher, worker);
  }

  private Serving serving(Dispatcher dispatcher, Dispatcher.Worker worker) {
    return opened(dispatcher.serve(worker));
  }

  private static List<Assignment> leads(long from, long to) {
    return LongStream.range(from, to)
        .mapToObj(position -> new Assignment(Tenant.DEFAULT, RUN, position))
        .toList();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    await(SOON, condition);
  }

  private static void await(Duration longest, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + longest.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("what is waited for came in time").isLessThan(end);
      Thread.sleep(10);
    }
  }

  /** Counts what several workers see, and has each of them do something. */
  private static final class Board implements Dispatcher.Worker {

    private final Map<Long, AtomicInteger> begun = new ConcurrentHashMap<>();
    private final Map<Long, AtomicInteger> running = new ConcurrentHashMap<>();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    long times(long position) {
      return begun.getOrDefault(position, new AtomicInteger()).get();
    }

    @Override
    public Answer work(Assignment lead) throws InterruptedException {
      return then(any -> DONE).work(lead);
    }

    Dispatcher.Worker then(Dispatcher.Worker worker) {
      return lead -> {
        begun.computeIfAbsent(lead.position(), p -> new AtomicInteger()).incrementAndGet();
        AtomicInteger now = running.computeIfAbsent(lead.position(), p -> new AtomicInteger());
        mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
          return worker.work(lead);
        } finally {
          now.decrementAndGet();
        }
      };
    }
  }
}
