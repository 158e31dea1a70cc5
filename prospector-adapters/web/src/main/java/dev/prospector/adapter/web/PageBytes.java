package dev.prospector.adapter.web;

import java.util.List;
import java.util.Map;

/**
 * A response as the archive holds it, its content coding undone.
 *
 * @param headers by lower-case name, in the order received
 */
record PageBytes(Map<String, List<String>> headers, byte[] body) {

  String header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }
}
