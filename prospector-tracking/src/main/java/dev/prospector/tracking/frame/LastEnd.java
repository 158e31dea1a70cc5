package dev.prospector.tracking.frame;

import dev.prospector.event.RunEvent;
import dev.prospector.lead.LeadId;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The end of a run, and the leads whose turn never came. They are found by going through the
 * unfinished places and the events of acceptance side by side, since both are in the order of the
 * input: nothing grows with their number.
 */
final class LastEnd {

  private static final int AT_A_TIME = 128;

  private final RunStore runs;
  private final RunFrames.Stream stream;
  private final RunEvent.RunFinished event;
  private final Deque<RunEvent> page = new ArrayDeque<>();
  private long read;

  /** A lead that did not end; index is its place in the input, from 0. */
  record Unended(long index, LeadId lead) {}

  LastEnd(RunStore runs, RunFrames.Stream stream, RunEvent.RunFinished event) {
    this.runs = runs;
    this.stream = stream;
    this.event = event;
  }

  RunEvent.RunFinished event() {
    return event;
  }

  long accepted() {
    return runs.find(stream.tenant(), stream.run())
        .map(StoredRun::leads)
        .map(StoredRun.Leads::accepted)
        .orElse(0L);
  }

  /** Returns the next leads; empty only when there are no more. */
  List<Unended> next(long from, int most) {
    List<Unended> found = new ArrayList<>();
    long start = from;
    while (found.isEmpty()) {
      List<Long> open = runs.unfinished(stream.tenant(), stream.run(), start, most);
      if (open.isEmpty()) {
        return List.of();
      }
      for (long index : open) {
        acceptedAt(index).ifPresent(lead -> found.add(new Unended(index, lead)));
      }
      start = open.get(open.size() - 1) + 1;
    }
    return found;
  }

  /** Empty for runs of before acceptance was told: such a lead was not generated here either. */
  private Optional<LeadId> acceptedAt(long index) {
    while (true) {
      RunEvent next = page.peek();
      if (next == null && !turn()) {
        return Optional.empty();
      } else if (next instanceof RunEvent.LeadAccepted accepted && accepted.index() >= index) {
        return accepted.index() == index ? Optional.of(accepted.lead()) : Optional.empty();
      } else if (next != null) {
        page.remove();
      }
    }
  }

  private boolean turn() {
    if (read >= event.position().number()) {
      return false;
    }
    List<RunEvent> more = runs.events(stream.tenant(), stream.run(), read, AT_A_TIME);
    page.addAll(more);
    read = more.isEmpty() ? Long.MAX_VALUE : more.get(more.size() - 1).position().number();
    return !more.isEmpty();
  }
}
