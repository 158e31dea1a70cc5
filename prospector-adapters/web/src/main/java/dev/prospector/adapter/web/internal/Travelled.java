package dev.prospector.adapter.web.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Headers that say how an answer travelled, and nothing of the page. */
public final class Travelled {

  private static final List<String> NAMES =
      List.of("content-length", "transfer-encoding", "connection", "keep-alive");

  private Travelled() {}

  /** Returns headers, by lower-case name, without those. */
  public static Map<String, List<String>> removedFrom(Map<String, List<String>> headers) {
    Map<String, List<String>> left = new LinkedHashMap<>(headers);
    NAMES.forEach(left::remove);
    return left;
  }
}
