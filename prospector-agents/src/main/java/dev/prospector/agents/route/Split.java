package dev.prospector.agents.route;

import dev.prospector.dossier.Fingerprint;
import dev.prospector.error.ConfigurationException;
import dev.prospector.lead.LeadId;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Ways that are drawn, so that they can be compared: a lead takes the one that the hash of its id
 * and a seed falls on, whatever is known of it. The same seed draws the same way for a lead, in any
 * list and order. Leads that no share covers take the way that rules choose.
 *
 * @param seed another one draws anew; letters, digits and hyphens
 * @param shares of each way, above 0 and together at most 1
 */
public record Split(String seed, Map<Route.Way, BigDecimal> shares) {

  /** Checks seed and shares. */
  public Split {
    EnumMap<Route.Way, BigDecimal> ordered = new EnumMap<>(Route.Way.class);
    ordered.putAll(shares);
    shares = Collections.unmodifiableMap(ordered);
    BigDecimal sum = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean positive = shares.values().stream().allMatch(share -> share.signum() > 0);
    if (shares.isEmpty() || !positive || sum.compareTo(BigDecimal.ONE) > 0) {
      throw wrong("shares are above 0 and together at most 1, not " + shares);
    }
    if (!seed.matches("[A-Za-z0-9-]{1,40}")) {
      throw wrong("a seed is 1 to 40 letters, digits and hyphens, not '" + seed + "'");
    }
  }

  /**
   * Reads shares as people write them.
   *
   * @param shares such as {@code full=0.5,persona-first=0.5}
   * @throws ConfigurationException if they are no shares
   */
  public static Split of(String shares, String seed) {
    EnumMap<Route.Way, BigDecimal> read = new EnumMap<>(Route.Way.class);
    for (String one : shares.split(",")) {
      String[] parts = one.strip().split("=", 2);
      if (parts.length < 2 || !parts[1].matches("[0-9]{0,3}\\.?[0-9]{1,6}")) {
        throw wrong("a share is written as full=0.5, not '" + one.strip() + "'");
      }
      if (read.put(way(parts[0]), new BigDecimal(parts[1])) != null) {
        throw wrong("a way has one share: " + shares);
      }
    }
    return new Split(seed, read);
  }

  private static Route.Way way(String name) {
    try {
      return Route.Way.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw wrong("a way is full, persona-first or research-first, not '" + name + "'");
    }
  }

  private static ConfigurationException wrong(String problem) {
    return new ConfigurationException("split", List.of(problem));
  }

  /** Returns the way that is drawn for a lead; empty if it is left to the rules. */
  public Optional<Route.Way> draw(LeadId lead) {
    String hash = Fingerprint.hasher().add("split").add(seed).add(lead.value()).finish().toString();
    BigDecimal place =
        BigDecimal.valueOf(Long.parseLong(hash.substring(0, 12), 16))
            .divide(BigDecimal.valueOf(1L << 48));
    BigDecimal end = BigDecimal.ZERO;
    for (Map.Entry<Route.Way, BigDecimal> share : shares.entrySet()) {
      end = end.add(share.getValue());
      if (place.compareTo(end) < 0) {
        return Optional.of(share.getKey());
      }
    }
    return Optional.empty();
  }

  /** Returns shares and seed in one text, always in the same way: {@code full=0.5:seed}. */
  @Override
  public String toString() {
    return shares.entrySet().stream()
            .map(
                share ->
                    share.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-')
                        + "="
                        + share.getValue().stripTrailingZeros().toPlainString())
            .collect(Collectors.joining(","))
        + ":"
        + seed;
  }
}
