package dev.prospector.adapter.model.internal.wire;

import dev.prospector.model.ProviderGate;
import java.util.Optional;

/** What a provider's headers tell of its limits for a minute. */
public record LimitsTold(Optional<Long> requests, Optional<Long> tokens) {

  public static LimitsTold in(WireReply reply) {
    return new LimitsTold(
        number(reply, "anthropic-ratelimit-requests-limit", "x-ratelimit-limit-requests"),
        number(reply, "anthropic-ratelimit-tokens-limit", "x-ratelimit-limit-tokens"));
  }

  private static Optional<Long> number(WireReply reply, String... names) {
    for (String name : names) {
      String value = reply.header(name).strip();
      if (value.matches("[1-9]\\d{0,11}")) {
        return Optional.of(Long.valueOf(value));
      }
    }
    return Optional.empty();
  }

  public void tell(Optional<ProviderGate> gate) {
    if (requests.isPresent() || tokens.isPresent()) {
      gate.ifPresent(g -> g.told(requests, tokens));
    }
  }
}
