package dev.prospector.tracking.frame;

import dev.prospector.event.RunEvent;
import dev.prospector.tracking.subscription.EventListener;
import dev.prospector.tracking.subscription.EventSubscription;
import dev.prospector.tracking.subscription.EventSubscriptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

/**
 * Writes a streaming run to somebody who is connected, on the calling thread. Nothing is queued for
 * him: while he does not read, nothing is read from the store, and the run does not notice. Safe
 * for several threads.
 */
public final class StreamRun {

  private final RunFrames frames;
  private final EventSubscriptions news;

  /**
   * Streams runs.
   *
   * @param frames of which store
   * @param news tells when there are new events
   */
  public StreamRun(RunFrames frames, EventSubscriptions news) {
    this.frames = Objects.requireNonNull(frames);
    this.news = Objects.requireNonNull(news);
  }

  /**
   * Writes until the run's last frame is written. The run goes on, however this ends.
   *
   * @param after what was read before
   * @param out flushed after each batch; not closed
   * @throws dev.prospector.error.RunException if there is no such run, or what comes next is not in
   *     the store any more
   * @throws IOException if the reader is gone
   * @throws InterruptedException if interrupted while waiting, such as when the host stops
   */
  public void to(OutputStream out, RunFrames.Stream stream, FramePlace after)
      throws IOException, InterruptedException {
    FrameReader reader = frames.read(stream, after);
    Bell bell = new Bell();
    EventSubscription subscription =
        news.subscribe(stream.tenant(), stream.run(), after.event(), ringing(bell));
    try (subscription) {
      out.write(ServerSentEvents.opening());
      out.flush();
      while (!reader.isEnded()) {
        write(out, reader, bell);
      }
    }
  }

  private static void write(OutputStream out, FrameReader reader, Bell bell)
      throws IOException, InterruptedException {
    List<Frame> next = reader.next();
    for (Frame frame : next) {
      out.write(ServerSentEvents.event(frame));
    }
    if (next.isEmpty() && !bell.await(ServerSentEvents.SILENCE)) {
      out.write(ServerSentEvents.comment());
    }
    out.flush();
  }

  private static EventListener ringing(Bell bell) {
    return new EventListener() {
      @Override
      public void next(RunEvent event) {
        bell.ring();
      }

      @Override
      public void ended(RuntimeException cause) {
        bell.ring();
      }
    };
  }
}
