package dev.prospector.tracking.frame;

import dev.prospector.error.RunException;
import dev.prospector.event.EventTypes;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunState;
import dev.prospector.store.RunStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of one run for one reader. It asks the store when it is asked, holds {@value
 * #AT_A_TIME} events at most, and knows nothing of who reads how fast. For one thread at a time.
 */
public final class FrameReader {

  private static final int AT_A_TIME = 32;

  private final RunStore runs;
  private final RunFrames.Stream stream;
  private final WriteFrame write;
  private FramePlace place;
  private @Nullable LastEnd ending;
  private boolean ended;

  FrameReader(RunStore runs, RunFrames.Stream stream, FramePlace after) {
    this.runs = runs;
    this.stream = stream;
    this.write = new WriteFrame(stream);
    this.place = after;
    this.ended = after.part() == 0 && after.event() > 0 && isEnd(after.event());
  }

  /** Who read to the end, and comes back, is told no more. */
  private boolean isEnd(long number) {
    return runs.events(stream.tenant(), stream.run(), number - 1, 1).stream()
        .anyMatch(event -> event instanceof RunEvent.RunFinished finished && isLast(finished));
  }

  /** Returns what was read: who comes back goes on after it. */
  public FramePlace place() {
    return place;
  }

  /** Returns whether {@code pipeline_end} was read, after which nothing comes. */
  public boolean isEnded() {
    return ended;
  }

  /**
   * Returns the next frames: none if there are none yet, and {@value #AT_A_TIME} at most.
   *
   * @throws RunException if the run or its next event is not in the store any more
   */
  public List<Frame> next() {
    if (ended) {
      return List.of();
    }
    LastEnd last = ending;
    return last == null ? fromEvents() : fromEnd(last);
  }

  private List<Frame> fromEvents() {
    List<Frame> frames = new ArrayList<>();
    for (RunEvent event : runs.events(stream.tenant(), stream.run(), place.event(), AT_A_TIME)) {
      check(event);
      if (event instanceof RunEvent.RunFinished finished && isLast(finished)) {
        LastEnd last = new LastEnd(runs, stream, finished);
        ending = last;
        return frames.isEmpty() ? fromEnd(last) : frames;
      }
      frames.add(frame(event));
      place = frames.get(frames.size() - 1).place();
    }
    return frames;
  }

  private void check(RunEvent event) {
    if (event.position().number() != place.event() + 1) {
      throw new RunException(
          "run '" + stream.run() + "' has no event " + (place.event() + 1) + " any more");
    }
  }

  private Frame frame(RunEvent event) {
    String type = EventTypes.of(event);
    // A run that was opened again has not ended here.
    String name = event instanceof RunEvent.RunFinished ? FrameNames.STATUS : FrameNames.of(type);
    return write.of(FramePlace.after(event.position().number()), name, event);
  }

  /** What follows an end without a beginning in between, such as an erasure, opens nothing. */
  private boolean isLast(RunEvent.RunFinished end) {
    long number = end.position().number();
    while (true) {
      List<RunEvent> later = runs.events(stream.tenant(), stream.run(), number, AT_A_TIME);
      if (later.isEmpty()) {
        return true;
      } else if (later.stream().anyMatch(RunEvent.RunResumed.class::isInstance)) {
        return false;
      }
      number = later.get(later.size() - 1).position().number();
    }
  }

  /** The ends of leads whose turn never came, then the one of the run. */
  private List<Frame> fromEnd(LastEnd last) {
    List<Frame> frames = new ArrayList<>();
    RunEvent.RunFinished end = last.event();
    long before = end.position().number() - 1;
    for (LastEnd.Unended lead : last.next(place.part(), AT_A_TIME - 2)) {
      frames.add(write.skipped(new FramePlace(before, lead.index() + 1), lead.lead(), end));
    }
    if (frames.isEmpty()) {
      FramePlace error = new FramePlace(before, last.accepted() + 1);
      if (end.state() == RunState.FAILED && place.part() < error.part()) {
        frames.add(write.of(error, FrameNames.ERROR, end));
      }
      frames.add(write.of(FramePlace.after(end.position().number()), FrameNames.END, end));
      ended = true;
    }
    place = frames.get(frames.size() - 1).place();
    return frames;
  }
}
