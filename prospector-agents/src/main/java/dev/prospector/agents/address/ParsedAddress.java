package dev.prospector.agents.address;

import java.util.Optional;
import java.util.function.Function;

/** What reading an address came to: the address, or the reason why there is none. */
public sealed interface ParsedAddress {

  /** Returns the address, or empty when it was refused. */
  default Optional<WebAddress> address() {
    return fold(Optional::of, reason -> Optional.empty());
  }

  /** Returns the reason, or empty when the address was accepted. */
  default Optional<Rejection> rejection() {
    return fold(address -> Optional.empty(), Optional::of);
  }

  /** Returns the result of the function for the case at hand. */
  <T> T fold(
      Function<? super WebAddress, ? extends T> accepted,
      Function<? super Rejection, ? extends T> rejected);

  /**
   * An address was read.
   *
   * @param value the address
   */
  record Accepted(WebAddress value) implements ParsedAddress {
    @Override
    public <T> T fold(
        Function<? super WebAddress, ? extends T> accepted,
        Function<? super Rejection, ? extends T> rejected) {
      return accepted.apply(value);
    }
  }

  /**
   * The text was refused.
   *
   * @param reason why
   */
  record Rejected(Rejection reason) implements ParsedAddress {
    @Override
    public <T> T fold(
        Function<? super WebAddress, ? extends T> accepted,
        Function<? super Rejection, ? extends T> rejected) {
      return rejected.apply(reason);
    }
  }
}
