package dev.prospector.adapter.export.report;

import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * As much of a kept text as is needed to see its quotes where they stand: all of a short one, else
 * what is around the quotes.
 */
final class PageExcerpt {

  private static final int WHOLE = 6000;
  private static final int AROUND = 300;

  private PageExcerpt() {}

  /** Returns the text's parts, each with the code point at which it begins. */
  static Map<String, Object> of(Snapshot snapshot, List<Span> quotes) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("address", snapshot.address());
    fields.put("kind", snapshot.kind().name());
    fields.put("publisher", snapshot.publisher().name());
    snapshot.capturedAt().ifPresent(time -> fields.put("captured", time.toString()));
    List<Map<String, Object>> parts = new ArrayList<>();
    String text = snapshot.text();
    int length = text.codePointCount(0, text.length());
    for (int[] window : windows(quotes, length)) {
      int from = text.offsetByCodePoints(0, window[0]);
      int to = text.offsetByCodePoints(from, window[1] - window[0]);
      Map<String, Object> part = new LinkedHashMap<>();
      part.put("start", window[0]);
      part.put("text", text.substring(from, to));
      parts.add(part);
    }
    fields.put("parts", parts);
    fields.put("length", length);
    return fields;
  }

  private static List<int[]> windows(List<Span> quotes, int length) {
    if (length <= WHOLE) {
      return List.of(new int[] {0, length});
    }
    List<int[]> windows = new ArrayList<>();
    int room = WHOLE;
    List<Span> inOrder = quotes.stream().sorted(Comparator.comparingInt(Span::start)).toList();
    for (Span quote : inOrder) {
      int start = Math.max(0, quote.start() - AROUND);
      int end = Math.min(length, Math.min(quote.end(), quote.start() + WHOLE / 2) + AROUND);
      int[] last = windows.isEmpty() ? null : windows.get(windows.size() - 1);
      int from = last != null && start <= last[1] ? last[1] : start;
      if (end - from > room) {
        break;
      }
      room -= Math.max(0, end - from);
      if (last != null && start <= last[1]) {
        last[1] = Math.max(last[1], end);
      } else {
        windows.add(new int[] {start, end});
      }
    }
    return windows;
  }
}
