package dev.prospector.adapter.model;

import dev.prospector.model.Effort;
import dev.prospector.model.ProviderGate;
import dev.prospector.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Which model is asked, where, and at what price. Start from {@link #of}. It never shows its key.
 *
 * @param provider where
 * @param model the provider's name of it
 * @param key empty if none is needed
 * @param price empty if it is not known
 * @param timeout for one call
 * @param stream whether answers are sent in pieces, which keeps proxies from cutting a silent
 *     connection; they are given whole all the same
 * @param gate is told the provider's limits, if there is one
 * @param clock against which a time to ask again is read
 * @param effort how long the model thinks, whatever a prompt says; what is to be answered without
 *     thought, such as a repair that was too long, stays so. Empty to do as prompts say
 */
public record HttpModelSettings(
    Provider provider,
    String model,
    String key,
    Optional<Price> price,
    Duration timeout,
    boolean stream,
    Optional<ProviderGate> gate,
    Clock clock,
    Optional<Effort> effort) {

  /** Checks that all is there. */
  public HttpModelSettings {
    Objects.requireNonNull(provider);
    Objects.requireNonNull(key);
    Objects.requireNonNull(timeout);
    Objects.requireNonNull(clock);
    if (model.isBlank()) {
      throw new IllegalArgumentException("a model has a name");
    }
  }

  /** Returns a model at the price of the snapshot that ships, with two minutes for a call. */
  public static HttpModelSettings of(Provider provider, String model, String key) {
    Money nothing = Money.of("0", "USD");
    Optional<Price> price =
        provider.isFree()
            ? Optional.of(Price.of(nothing, nothing))
            : Prices.shipped().find(provider.pricesOf(), model);
    return new HttpModelSettings(
        provider,
        model,
        key,
        price,
        Duration.ofMinutes(2),
        false,
        Optional.empty(),
        Clock.systemUTC(),
        Optional.empty());
  }

  /** Returns these settings with another price. */
  public HttpModelSettings withPrice(Price value) {
    return new HttpModelSettings(
        provider, model, key, Optional.of(value), timeout, stream, gate, clock, effort);
  }

  /** Returns these settings with the price of a table; without one if it has none. */
  public HttpModelSettings withPrices(Prices table) {
    Optional<Price> found = table.find(provider.pricesOf(), model);
    return new HttpModelSettings(provider, model, key, found, timeout, stream, gate, clock, effort);
  }

  /** Returns these settings with another time for a call. */
  public HttpModelSettings withTimeout(Duration value) {
    return new HttpModelSettings(provider, model, key, price, value, stream, gate, clock, effort);
  }

  /** Returns these settings for answers that are sent in pieces. */
  public HttpModelSettings streaming() {
    return new HttpModelSettings(provider, model, key, price, timeout, true, gate, clock, effort);
  }

  /** Returns these settings with a gate that is told the provider's limits. */
  public HttpModelSettings withGate(ProviderGate value) {
    return new HttpModelSettings(
        provider, model, key, price, timeout, stream, Optional.of(value), clock, effort);
  }

  /** Returns these settings with another clock. */
  public HttpModelSettings withClock(Clock value) {
    return new HttpModelSettings(provider, model, key, price, timeout, stream, gate, value, effort);
  }

  /** Returns these settings for a model that thinks so long, whatever a prompt says. */
  public HttpModelSettings withEffort(Effort value) {
    return new HttpModelSettings(
        provider, model, key, price, timeout, stream, gate, clock, Optional.of(value));
  }

  /** Names provider, model and effort, never the key. */
  @Override
  public String toString() {
    String name = provider.name() + ":" + model;
    return effort
        .map(e -> name + " (effort " + e.name().toLowerCase(Locale.ROOT) + ")")
        .orElse(name);
  }
}
