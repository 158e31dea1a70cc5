package dev.prospector.tracking.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.RunException;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.run.Threads;
import dev.prospector.store.Lease;
import dev.prospector.store.RunCommit;
import dev.prospector.store.RunStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventSubscriptionTest {

  private static final Tenant TENANT = new Tenant("one");
  private static final Tenant OTHER = new Tenant("other");
  private static final RunId RUN = RunId.of("run");
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final InMemoryRunStore runs = new InMemoryRunStore(Clock.fixed(NOW, ZoneOffset.UTC));
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicLong eventsRead = new AtomicLong();
  private volatile LongSupplier beforeRead = () -> 0;

  /** Work that a test does when it likes. */
  private final Deque<Runnable> work = new ArrayDeque<>();

  private final EventSubscriptions subscriptions = new EventSubscriptions(watched(runs), work::add);
  private Lease lease;
  private long commits;

  @BeforeEach
  void begin() {
    lease = lease(TENANT);
  }

  private Lease lease(Tenant tenant) {
    runs.open(tenant, RUN, "pipeline", Map.of());
    runs.accept(tenant, RUN, 0, List.of(Lead.of(LeadId.of("lead"), Company.named("Company"))));
    return runs.claim(tenant, RUN, 1).get(0);
  }

  /** Counts what is read, and fails when a test wants it to. */
  private RunStore watched(RunStore store) {
    return (RunStore)
        Proxy.newProxyInstance(
            RunStore.class.getClassLoader(),
            new Class<?>[] {RunStore.class},
            (proxy, method, arguments) -> {
              try {
                if (!method.getName().equals("events")) {
                  return method.invoke(store, arguments);
                }
                reads.incrementAndGet();
                arguments[2] = (long) arguments[2] + beforeRead.getAsLong();
                List<?> found = (List<?>) method.invoke(store, arguments);
                eventsRead.addAndGet(found.size());
                return found;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Commits so many events, as the engine does. */
  private void happen(int count) {
    List<EventDraft> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(
          new EventDraft(NOW, at -> new RunEvent.StepStarted(at, LeadId.of("lead"), "step")));
    }
    runs.commit(RunCommit.of(lease, ++commits, events));
  }

  private void happenAndTell(int count) {
    happen(count);
    long last = last(TENANT);
    subscriptions.accept(runs.events(TENANT, RUN, last - 1, 1).get(0));
  }

  private long last(Tenant tenant) {
    return runs.find(tenant, RUN).orElseThrow().lastEvent();
  }

  private void work() {
    while (!work.isEmpty()) {
      work.removeFirst().run();
    }
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  private static EventListener into(List<Long> numbers) {
    return event -> numbers.add(event.position().number());
  }

  @Test
  void aFollowerCatchesUpFromTheStoreAndGoesOnLive() {
    happen(1_000);
    List<Long> seen = new ArrayList<>();
    EventSubscription subscription = subscriptions.subscribe(TENANT, RUN, 0, into(seen));
    work();
    assertThat(seen).isEqualTo(upTo(1_002));

    happenAndTell(3);
    work();
    assertThat(seen).isEqualTo(upTo(1_005));
    assertThat(subscription.cursor()).isEqualTo(1_005);
  }

  @Test
  void eachFollowerHasANumberOfItsOwn() {
    happen(10);
    List<Long> one = new ArrayList<>();
    List<Long> two = new ArrayList<>();
    subscriptions.subscribe(TENANT, RUN, 4, into(one));
    subscriptions.subscribe(TENANT, RUN, 12, into(two));
    happenAndTell(1);
    work();

    assertThat(one).isEqualTo(upTo(13).subList(4, 13));
    assertThat(two).containsExactly(13L);
  }

  @Test
  void eventsOfAnotherProcessAreFoundByLooking() {
    List<Long> seen = new ArrayList<>();
    subscriptions.subscribe(TENANT, RUN, 0, into(seen));
    work();
    happen(2);
    work();
    assertThat(seen).containsExactly(1L, 2L);

    subscriptions.look();
    work();
    assertThat(seen).isEqualTo(upTo(4));
    subscriptions.look();
    assertThat(work).isEmpty();
  }

  @Test
  void aSlowFollowerHoldsUpNeitherTheEngineNorAnotherFollower() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch slowIsDone = new CountDownLatch(10_002);
    CountDownLatch fastIsDone = new CountDownLatch(10_002);
    List<Long> slow = new CopyOnWriteArrayList<>();
    EventSubscriptions concurrent = new EventSubscriptions(watched(runs), threads);
    try {
      concurrent.subscribe(
          TENANT,
          RUN,
          0,
          event -> {
            release.await();
            slow.add(event.position().number());
            slowIsDone.countDown();
          });
      concurrent.subscribe(TENANT, RUN, 0, event -> fastIsDone.countDown());
      for (int i = 0; i < 100; i++) {
        happen(100);
        concurrent.accept(runs.events(TENANT, RUN, last(TENANT) - 1, 1).get(0));
      }
      // All of them are written and the fast one has them, while the slow one takes its first.
      assertThat(fastIsDone.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(slow).isEmpty();

      release.countDown();
      assertThat(slowIsDone.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(slow).isEqualTo(upTo(10_002));
    } finally {
      release.countDown();
      threads.shutdownNow();
    }
  }

  @Test
  void nothingIsReadAheadForWhoDoesNotTakeIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(1);
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    EventSubscriptions concurrent = new EventSubscriptions(watched(runs), threads);
    happen(1_000);
    try {
      concurrent.subscribe(
          TENANT,
          RUN,
          0,
          event -> {
            began.countDown();
            release.await();
          });
      began.await();
      for (int i = 0; i < 100; i++) {
        happen(100);
        concurrent.accept(runs.events(TENANT, RUN, last(TENANT) - 1, 1).get(0));
      }
      assertThat(eventsRead.get()).isLessThanOrEqualTo(256);
    } finally {
      release.countDown();
      threads.shutdownNow();
    }
  }

  @Test
  void aHundredFollowersWhoAreUpToDateShareOneLookAtTheStore() {
    List<List<Long>> seen =
        IntStream.range(0, 100).<List<Long>>mapToObj(i -> new ArrayList<>()).toList();
    seen.forEach(list -> subscriptions.subscribe(TENANT, RUN, 0, into(list)));
    work();
    reads.set(0);
    for (int i = 0; i < 50; i++) {
      happenAndTell(2);
      work();
    }

    assertThat(reads).hasValue(50);
    assertThat(seen).allMatch(list -> list.equals(upTo(102)));
  }

  @Test
  void tenThousandTimesCutOffNobodyMissesAnEventOrGetsOneTwice() {
    Random random = new Random(11);
    int followers = 20;
    List<List<Long>> seen =
        IntStream.range(0, followers).<List<Long>>mapToObj(i -> new ArrayList<>()).toList();
    List<EventSubscription> open = new ArrayList<>();
    seen.forEach(list -> open.add(subscriptions.subscribe(TENANT, RUN, 0, into(list))));
    int cuts = 0;
    while (cuts < 10_000) {
      if (random.nextInt(4) == 0) {
        happen(1 + random.nextInt(40));
        if (random.nextBoolean()) {
          subscriptions.accept(runs.events(TENANT, RUN, last(TENANT) - 1, 1).get(0));
        }
      }
      if (random.nextInt(10) == 0) {
        subscriptions.look();
      }
      for (int i = random.nextInt(4); i > 0 && !work.isEmpty(); i--) {
        work.removeFirst().run();
      }
      int which = random.nextInt(followers);
      open.get(which).close();
      // As a client does: with the number of the last event that it has got.
      List<Long> got = seen.get(which);
      long after = got.isEmpty() ? 0 : got.get(got.size() - 1);
      open.set(which, subscriptions.subscribe(TENANT, RUN, after, into(got)));
      cuts++;
    }
    subscriptions.look();
    work();

    long last = last(TENANT);
    assertThat(last).isGreaterThan(10_000);
    assertThat(seen).allSatisfy(list -> assertThat(list.equals(upTo(last))).isTrue());
  }

  @Test
  void noEventReachesAnotherTenantsFollowerOfARunOfTheSameName() {
    lease(OTHER);
    List<Long> others = new ArrayList<>();
    subscriptions.subscribe(OTHER, RUN, 0, into(others));
    happenAndTell(50);
    work();

    assertThat(others).isEqualTo(upTo(last(OTHER))).hasSize(2);
    assertThatThrownBy(() -> subscriptions.subscribe(new Tenant("third"), RUN, 0, into(others)))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("third");
  }

  @Test
  void aFollowerThatFailsIsToldAndCanGoOnFromWhereItWas() {
    happen(5);
    List<RuntimeException> ended = new ArrayList<>();
    List<Long> seen = new ArrayList<>();
    EventSubscription subscription =
        subscriptions.subscribe(
            TENANT,
            RUN,
            0,
            new EventListener() {
              @Override
              public void next(RunEvent event) {
                if (event.position().number() == 4) {
                  throw new IllegalStateException("the connection is gone");
                }
                seen.add(event.position().number());
              }

              @Override
              public void ended(RuntimeException cause) {
                ended.add(cause);
                throw cause;
              }
            });
    work();
    happenAndTell(1);
    work();

    assertThat(ended).singleElement().isInstanceOf(IllegalStateException.class);
    assertThat(subscription.isOpen()).isFalse();
    assertThat(subscription.cursor()).isEqualTo(3);
    subscriptions.subscribe(TENANT, RUN, subscription.cursor(), into(seen));
    work();
    assertThat(seen).isEqualTo(upTo(8));
  }

  @Test
  void whoClosesGetsNothingMore() {
    happen(5);
    List<Long> seen = new ArrayList<>();
    EventSubscription[] self = new EventSubscription[1];
    self[0] =
        subscriptions.subscribe(
            TENANT,
            RUN,
            0,
            event -> {
              seen.add(event.position().number());
              if (event.position().number() == 2) {
                self[0].close();
              }
            });
    work();
    happenAndTell(1);
    subscriptions.look();
    work();

    assertThat(seen).containsExactly(1L, 2L);
    self[0].close();
  }

  @Test
  void aStoreThatFailsForAWhileOnlyDelays() {
    happen(5);
    List<Long> seen = new ArrayList<>();
    beforeRead =
        () -> {
          throw new PortException("store", "not for now", RetryAdvice.backOff());
        };
    EventSubscription subscription = subscriptions.subscribe(TENANT, RUN, 0, into(seen));
    work();
    assertThat(seen).isEmpty();
    assertThat(subscription.isOpen()).isTrue();

    beforeRead = () -> 0;
    subscriptions.look();
    work();
    assertThat(seen).isEqualTo(upTo(7));
  }

  @Test
  void whatIsNotThereAnyMoreIsSaidAndNeverPassedOver() {
    happen(5);
    List<RuntimeException> ended = new ArrayList<>();
    List<Long> seen = new ArrayList<>();
    EventListener listener =
        new EventListener() {
          @Override
          public void next(RunEvent event) {
            seen.add(event.position().number());
          }

          @Override
          public void ended(RuntimeException cause) {
            ended.add(cause);
          }
        };
    beforeRead =
        () -> {
          throw new RunException("events up to 3 are in an archive");
        };
    subscriptions.subscribe(TENANT, RUN, 0, listener);
    work();
    beforeRead = () -> 2;
    subscriptions.subscribe(TENANT, RUN, 1, listener);
    work();

    assertThat(seen).isEmpty();
    assertThat(ended)
        .hasSize(2)
        .allMatch(RunException.class::isInstance)
        .anyMatch(e -> "run 'run' has no event 2 any more".equals(e.getMessage()));
  }

  @Test
  void anExecutorThatRefusesOnlyDelays() {
    happen(5);
    boolean[] refusing = {true};
    EventSubscriptions refused =
        new EventSubscriptions(
            runs,
            task -> {
              if (refusing[0]) {
                throw new RejectedExecutionException();
              }
              work.add(task);
            });
    List<Long> seen = new ArrayList<>();
    refused.subscribe(TENANT, RUN, 0, into(seen));
    refusing[0] = false;
    refused.look();
    work();

    assertThat(seen).isEqualTo(upTo(7));
  }

  @Test
  void aFollowerThatIsInterruptedGetsTheEventAgain() {
    happen(2);
    List<Long> seen = new ArrayList<>();
    boolean[] interrupting = {true};
    subscriptions.subscribe(
        TENANT,
        RUN,
        0,
        event -> {
          if (interrupting[0]) {
            throw new InterruptedException();
          }
          seen.add(event.position().number());
        });
    work();
    assertThat(Thread.interrupted()).isTrue();

    interrupting[0] = false;
    subscriptions.look();
    work();
    assertThat(seen).isEqualTo(upTo(4));
  }

  @Test
  void itLooksByItselfOnceStarted() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    EventSubscriptions concurrent = new EventSubscriptions(runs, threads);
    CountDownLatch seen = new CountDownLatch(5);
    try (Threads.Background looking = concurrent.start(Threads.platform(), Duration.ofMillis(10))) {
      concurrent.subscribe(TENANT, RUN, 0, event -> seen.countDown());
      happen(3);
      assertThat(seen.await(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      threads.shutdownNow();
    }
  }
}
