package dev.prospector.adapter.model;

import java.util.List;
import java.util.Map;

/**
 * What came back for a call.
 *
 * @param headers by lower-case name
 */
record WireReply(int status, Map<String, List<String>> headers, byte[] body) {

  String header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  String text() {
    return new String(body, java.nio.charset.StandardCharsets.UTF_8);
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  @Override
  public String toString() {
    return "status " + status;
  }
}
