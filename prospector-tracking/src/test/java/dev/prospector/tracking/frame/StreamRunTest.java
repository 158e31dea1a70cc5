package dev.prospector.tracking.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.store.Lease;
import dev.prospector.store.RunCommit;
import dev.prospector.store.RunStore;
import dev.prospector.tracking.subscription.EventSubscriptions;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StreamRunTest {

  private static final Tenant TENANT = new Tenant("one");
  private static final RunId RUN = RunId.of("run");
  private static final int READERS = 32;
  private static final int EVENTS = 2_000;
  private static final long MEBIBYTE = 1_048_576;

  /** Takes the opening, and then nothing any more. */
  private static final class StandingStill extends OutputStream {
    private final CountDownLatch stuck;
    private final CountDownLatch goOn;
    private final AtomicLong taken;
    private boolean opened;

    StandingStill(CountDownLatch stuck, CountDownLatch goOn, AtomicLong taken) {
      this.stuck = stuck;
      this.goOn = goOn;
      this.taken = taken;
    }

    @Override
    public void write(int one) throws IOException {
      throw new IOException("whole frames are written");
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (opened) {
        stuck.countDown();
        try {
          goOn.await();
        } catch (InterruptedException e) {
          throw new IOException("the reader is gone", e);
        }
      }
      opened = true;
      taken.addAndGet(length);
    }
  }

  /** A run whose events say as much as an event can. */
  private static InMemoryRunStore talkative() {
    InMemoryRunStore store = new InMemoryRunStore(Clock.systemUTC());
    store.open(TENANT, RUN, "standard", Map.of());
    LeadId id = LeadId.of("lead");
    store.accept(TENANT, RUN, 0, List.of(Lead.of(id, Company.named("Company"))));
    Lease lease = store.claim(TENANT, RUN, 0L).orElseThrow();
    String reason = "é".repeat(100_000);
    for (int i = 1; i <= EVENTS; i++) {
      EventDraft retried =
          new EventDraft(
              Instant.parse("2026-03-01T12:00:00Z"),
              at -> new RunEvent.StepRetried(at, id, "website", 1, reason));
      store.commit(RunCommit.of(lease, i, List.of(retried)));
    }
    return store;
  }

  private static long used() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  @Test
  void aReaderThatStandsStillCostsAMebibyteAtMost() throws Exception {
    InMemoryRunStore store = talkative();
    EventSubscriptions news = new EventSubscriptions(store, Runnable::run);
    StreamRun stream = new StreamRun(new RunFrames(store), news);
    CountDownLatch stuck = new CountDownLatch(READERS);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicLong taken = new AtomicLong();
    long before = used();
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      OutputStream out = new StandingStill(stuck, goOn, taken);
      Thread reader = new Thread(() -> follow(stream, out), "reader-" + i);
      readers.add(reader);
      reader.start();
    }
    stuck.await();
    long each = (used() - before) / READERS;
    readers.forEach(Thread::interrupt);
    for (Thread reader : readers) {
      reader.join();
    }

    assertThat(taken).hasValue(READERS * (long) ServerSentEvents.opening().length);
    assertThat(each).isLessThan(MEBIBYTE);
  }

  /** Counts, at each write, the bytes of all frames that were read from the store before. */
  private static final class Counting extends OutputStream {
    private final AtomicLong events;
    private long frames = -1;
    private long most;

    Counting(AtomicLong events) {
      this.events = events;
    }

    @Override
    public void write(int one) throws IOException {
      throw new IOException("whole frames are written");
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      frames++; // But for the opening, which is no frame.
      if (frames > 0) {
        most = Math.max(most, (events.get() - frames + 1) * length);
      }
      if (frames == EVENTS) {
        throw new IOException("the reader has seen enough");
      }
    }
  }

  @Test
  void noMoreThanAMebibyteIsReadAheadOfWhatTheReaderTook() {
    InMemoryRunStore store = talkative();
    AtomicLong events = new AtomicLong();
    StreamRun stream =
        new StreamRun(
            new RunFrames(counted(store, events)), new EventSubscriptions(store, Runnable::run));
    Counting out = new Counting(events);
    assertThatThrownBy(
            () -> stream.to(out, new RunFrames.Stream(TENANT, RUN, "ana"), FramePlace.START))
        .hasMessage("the reader has seen enough");

    assertThat(out.frames).isEqualTo(EVENTS);
    assertThat(out.most).isBetween(1L, MEBIBYTE);
  }

  /** Counts the events that are read from a store. */
  private static RunStore counted(RunStore store, AtomicLong events) {
    return (RunStore)
        Proxy.newProxyInstance(
            StreamRunTest.class.getClassLoader(),
            new Class<?>[] {RunStore.class},
            (proxy, method, arguments) -> {
              Object answer = method.invoke(store, arguments);
              if (method.getName().equals("events") && answer instanceof List<?> read) {
                events.addAndGet(read.size());
              }
              return answer;
            });
  }

  private static void follow(StreamRun stream, OutputStream out) {
    try {
      stream.to(out, new RunFrames.Stream(TENANT, RUN, "ana"), FramePlace.START);
    } catch (IOException | InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
