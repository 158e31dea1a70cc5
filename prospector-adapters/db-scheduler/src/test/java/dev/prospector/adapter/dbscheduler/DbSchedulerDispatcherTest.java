package dev.prospector.adapter.dbscheduler;

import static dev.prospector.run.Dispatcher.Worker.Answer.DONE;
import static dev.prospector.run.Dispatcher.Worker.Answer.LATER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.run.Dispatcher;
import dev.prospector.run.Dispatcher.Assignment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is promised of db-scheduler in particular. */
class DbSchedulerDispatcherTest {

  private static final DbSchedulerOptions QUICK =
      DbSchedulerOptions.defaults().withPoll(Duration.ofMillis(20));
  private static final Duration HOUR = Duration.ofHours(1);

  private final String url = Server.fresh();
  private final PostgresMachine machine = new PostgresMachine();
  private final HikariDataSource source = machine.connections(url);

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void heartbeatsThatMakeBusyProcessesLookDeadAreRefused() {
    DbSchedulerOptions options = DbSchedulerOptions.defaults();
    assertThat(options.lease()).isEqualTo(Duration.ofSeconds(12));
    assertThatThrownBy(() -> options.withHeartbeat(Duration.ofMillis(2_999), 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT3S");
    assertThatThrownBy(() -> options.withHeartbeat(Duration.ofSeconds(3), 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4");
    assertThat(options.withHeartbeat(Duration.ofSeconds(5), 6).lease())
        .isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aHostCanMakeTheTableItself() throws Exception {
    assertThatThrownBy(() -> DbSchedulerDispatcher.open(source, QUICK.withoutMigration()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("prospector_scheduled_tasks");
    Server.execute(url, script());
    assertThatCode(() -> DbSchedulerDispatcher.open(source, QUICK.withoutMigration()))
        .doesNotThrowAnyException();
    assertThatCode(() -> DbSchedulerDispatcher.open(source, QUICK)).doesNotThrowAnyException();
  }

  private static String script() throws Exception {
    try (var in = DbSchedulerDispatcher.class.getResourceAsStream("0001.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void severalProcessesMayMakeTheTableAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Dispatcher> open = () -> DbSchedulerDispatcher.open(source, QUICK);
      for (Future<Dispatcher> opened : threads.invokeAll(List.of(open, open, open, open))) {
        assertThat(opened.get()).isNotNull();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void connectionsThatDoNotCommitByThemselvesWillDo() throws Exception {
    try (PostgresMachine other = new PostgresMachine()) {
      HikariDataSource manual = other.connections(url, false);
      Dispatcher dispatcher = DbSchedulerDispatcher.open(manual, QUICK);
      AtomicInteger done = new AtomicInteger();
      try (Dispatcher.Serving serving = dispatcher.serve(lead -> counted(done))) {
        dispatcher.dispatch(leads(5));
        await(() -> kept() == 0);
      }
    }
  }

  @Test
  void dispatchingWhatIsPutOffForAnHourMakesItDue() throws Exception {
    Dispatcher dispatcher = DbSchedulerDispatcher.open(source, QUICK.withDelay(HOUR, HOUR));
    AtomicInteger asked = new AtomicInteger();
    try (Dispatcher.Serving serving =
        dispatcher.serve(lead -> asked.incrementAndGet() <= 3 ? LATER : DONE)) {
      dispatcher.dispatch(leads(3));
      await(() -> number("consecutive_failures = 1 and not picked") == 3);
      dispatcher.dispatch(leads(3));
      await(() -> kept() == 0);
    }
  }

  @Test
  void aLeadAtWhichAWorkerFailedDoesNotWaitBehindAllThatNobodyHasBegun() throws Exception {
    Dispatcher dispatcher =
        DbSchedulerDispatcher.open(
            source, QUICK.withLeads(1).withDelay(Duration.ofMillis(1), Duration.ofMillis(1)));
    List<Long> asked = new CopyOnWriteArrayList<>();
    try (Dispatcher.Serving serving =
        dispatcher.serve(
            lead -> {
              asked.add(lead.position());
              if (asked.size() == 1) {
                throw new PortException("store", "it is away", RetryAdvice.backOff());
              }
              if (asked.size() == 2) {
                untilOneIsPutOff();
              }
              return DONE;
            })) {
      dispatcher.dispatch(leads(20));
      await(() -> kept() == 0);
    }
    assertThat(asked).hasSize(21);
    assertThat(asked.subList(1, 5)).contains(asked.get(0));
  }

  private void untilOneIsPutOff() {
    try {
      // It may be picked again at once, and waits behind the lead that asks here.
      await(() -> number("consecutive_failures = 1") == 1);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void delaysGrowToTheLongest() throws Exception {
    Dispatcher dispatcher =
        DbSchedulerDispatcher.open(
            source, QUICK.withDelay(Duration.ofMillis(1), Duration.ofMillis(30)));
    AtomicInteger asked = new AtomicInteger();
    try (Dispatcher.Serving serving =
        dispatcher.serve(lead -> asked.incrementAndGet() <= 40 ? LATER : DONE)) {
      dispatcher.dispatch(leads(1));
      await(() -> kept() == 0);
    }
    assertThat(asked.get()).isEqualTo(41);
  }

  /** A lead whose heartbeat is late is alive all the same, and stays with whoever works on it. */
  @Test
  void aLeadThatIsAliveHereIsNotTakenForDeadHere() throws Exception {
    Dispatcher dispatcher = DbSchedulerDispatcher.open(source, QUICK);
    Semaphore goOn = new Semaphore(0);
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch other = new CountDownLatch(20);
    try (Dispatcher.Serving serving =
        dispatcher.serve(
            lead -> {
              if (lead.run().value().equals("other")) {
                other.countDown();
                return DONE;
              }
              asked.incrementAndGet();
              goOn.acquire();
              return DONE;
            })) {
      dispatcher.dispatch(leads(1));
      await(() -> asked.get() == 1);
      change("last_heartbeat = now() - interval '1 hour'");
      // So many looks for work are as many looks for the dead.
      for (int i = 0; i < 20; i++) {
        dispatcher.dispatch(List.of(lead("other", i)));
        int before = i;
        await(() -> other.getCount() < 20 - before);
      }
      assertThat(number("picked and task_instance = 'default/run/0'")).isEqualTo(1);
      goOn.release();
      await(() -> kept() == 0);
    }
    assertThat(asked.get()).isEqualTo(1);
  }

  /** Another process took it for dead, and of all it is this one that finds it waiting. */
  @Test
  void aLeadIsNeverWorkedOnTwiceAtATimeInOneProcess() throws Exception {
    Dispatcher dispatcher =
        DbSchedulerDispatcher.open(
            source, QUICK.withDelay(Duration.ofMillis(50), Duration.ofMillis(50)));
    Semaphore goOn = new Semaphore(0);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger asked = new AtomicInteger();
    try (Dispatcher.Serving serving =
        dispatcher.serve(
            lead -> {
              asked.incrementAndGet();
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              goOn.acquire();
              running.decrementAndGet();
              return DONE;
            })) {
      dispatcher.dispatch(leads(1));
      await(() -> asked.get() == 1);
      change("picked = false, picked_by = null, last_heartbeat = null, version = version + 1");
      // It was found, and put off.
      await(() -> number("consecutive_failures > 0") == 1);
      goOn.release(2);
      await(() -> kept() == 0);
    }
    assertThat(most.get()).isEqualTo(1);
    assertThat(asked.get()).isEqualTo(2);
  }

  @Test
  void aRowThatIsNotOursDoesNotStandInTheWay() throws Exception {
    Dispatcher dispatcher = DbSchedulerDispatcher.open(source, QUICK);
    Server.execute(
        url,
        "insert into prospector_scheduled_tasks (task_name, task_instance, execution_time, picked,"
            + " version) values ('prospector-lead', 'no such form', now(), false, 1),"
            + " ('another task', 'x', now() - interval '1 day', false, 1)");
    AtomicInteger done = new AtomicInteger();
    try (Dispatcher.Serving serving = dispatcher.serve(lead -> counted(done))) {
      dispatcher.dispatch(leads(50));
      await(() -> kept() == 2);
    }
    assertThat(done.get()).isEqualTo(50);
  }

  @Test
  void aServerThatIsAwayIsAFaultThatMayPass() {
    Dispatcher dispatcher = DbSchedulerDispatcher.open(source, QUICK);
    source.close();
    assertThatThrownBy(() -> dispatcher.dispatch(leads(1)))
        .isInstanceOfSatisfying(
            PortException.class,
            e -> assertThat(e.advice().kind()).isEqualTo(RetryAdvice.Kind.BACK_OFF));
  }

  private static Dispatcher.Worker.Answer counted(AtomicInteger done) {
    done.incrementAndGet();
    return DONE;
  }

  private static Assignment lead(String run, long position) {
    return new Assignment(Tenant.DEFAULT, RunId.of(run), position);
  }

  private static List<Assignment> leads(long count) {
    return LongStream.range(0, count).mapToObj(position -> lead("run", position)).toList();
  }

  private long kept() throws Exception {
    return number("true");
  }

  private long number(String condition) throws Exception {
    return Long.parseLong(
        Server.query(url, "select count(*) from prospector_scheduled_tasks where " + condition));
  }

  private void change(String what) throws Exception {
    Server.execute(url, "update prospector_scheduled_tasks set " + what);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("what is waited for came in time").isLessThan(end);
      Thread.sleep(10);
    }
  }
}
