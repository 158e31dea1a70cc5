package dev.prospector.agents.draft;

import java.util.ArrayList;
import java.util.List;

/** The parts of a text that are accounted for. */
final class Spans {

  private final List<int[]> taken = new ArrayList<>();

  void take(int start, int end) {
    taken.add(new int[] {start, end});
  }

  boolean isFree(int start, int end) {
    return taken.stream().noneMatch(span -> start < span[1] && end > span[0]);
  }
}
