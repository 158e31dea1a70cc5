package dev.prospector.tracking.client;

import dev.prospector.error.ConfigurationException;
import dev.prospector.http.AddressPolicy;
import dev.prospector.http.HttpUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a {@link TrackingClient} reports to, and what it may hold. Immutable; the token is never
 * shown.
 */
public final class TrackingSettings {

  private final HttpUrl host;
  private final Optional<String> token;
  private final AddressPolicy addresses;
  private final Room room;
  private final Patience patience;

  /**
   * How much may wait to be sent; what comes beyond that is dropped and counted.
   *
   * @param reports how many
   * @param bytes of all of them together
   */
  public record Room(int reports, long bytes) {}

  /**
   * How long the client tries.
   *
   * @param first the wait after the first failure of a report; it doubles with each further one
   * @param longest the longest wait
   * @param closing how long {@link TrackingClient#close} sends what is left
   */
  public record Patience(Duration first, Duration longest, Duration closing) {}

  private TrackingSettings(
      HttpUrl host, Optional<String> token, AddressPolicy addresses, Room room, Patience patience) {
    this.host = host;
    this.token = token;
    this.addresses = addresses;
    this.room = room;
    this.patience = patience;
    List<String> problems = new ArrayList<>();
    if (room.reports() < 1 || room.bytes() < 1) {
      problems.add("room is for one report and one byte at least: " + room);
    }
    if (patience.first().isNegative()
        || patience.first().isZero()
        || patience.longest().compareTo(patience.first()) < 0
        || patience.closing().isNegative()) {
      problems.add("waits are positive, and the longest is not below the first: " + patience);
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException("tracking client", problems);
    }
  }

  /**
   * Returns settings for a host: 1,000 reports of 8 MiB may wait, failures are repeated after half
   * a second to half a minute, and closing takes ten seconds at most.
   *
   * @param host where the paths of the tracking endpoint begin, such as {@code https://crm.example}
   */
  public static TrackingSettings to(HttpUrl host) {
    return new TrackingSettings(
        host,
        Optional.empty(),
        AddressPolicy.any(),
        new Room(1_000, 8L << 20),
        new Patience(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(10)));
  }

  /** Returns these settings with a token, sent as {@code Authorization: Bearer}. */
  public TrackingSettings withToken(String value) {
    return new TrackingSettings(host, Optional.of(value), addresses, room, patience);
  }

  /** Returns these settings with another policy of addresses; the host is the operator's own. */
  public TrackingSettings withAddresses(AddressPolicy value) {
    return new TrackingSettings(host, token, value, room, patience);
  }

  /** Returns these settings with other room for what waits. */
  public TrackingSettings withRoom(Room value) {
    return new TrackingSettings(host, token, addresses, value, patience);
  }

  /** Returns these settings with other waits. */
  public TrackingSettings withPatience(Patience value) {
    return new TrackingSettings(host, token, addresses, room, value);
  }

  HttpUrl host() {
    return host;
  }

  Optional<String> token() {
    return token;
  }

  AddressPolicy addresses() {
    return addresses;
  }

  Room room() {
    return room;
  }

  Patience patience() {
    return patience;
  }

  @Override
  public String toString() {
    return "reports to " + host;
  }
}
