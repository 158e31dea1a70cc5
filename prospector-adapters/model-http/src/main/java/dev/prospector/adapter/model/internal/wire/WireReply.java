package dev.prospector.adapter.model.internal.wire;

import java.util.List;
import java.util.Map;

/**
 * What came back for a call.
 *
 * @param headers by lower-case name
 */
public record WireReply(int status, Map<String, List<String>> headers, byte[] body) {

  public String header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  public String text() {
    return new String(body, java.nio.charset.StandardCharsets.UTF_8);
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  @Override
  public String toString() {
    return "status " + status;
  }
}
