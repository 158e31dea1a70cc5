package dev.prospector.tracking.webhook.signature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The secrets of one endpoint: the current one, and older ones that still sign for a while so that
 * the receiver can change over without losing a message. Immutable.
 *
 * @param current signs until it is rotated out
 * @param older rotated out, the latest first
 */
public record WebhookSecrets(WebhookSecret current, List<Older> older) {

  /**
   * A secret that was rotated out.
   *
   * @param secret what it is
   * @param until it signs up to here, and not at this instant any more
   */
  public record Older(WebhookSecret secret, Instant until) {}

  /** Fixes the list. */
  public WebhookSecrets {
    older = List.copyOf(older);
  }

  /** Returns one secret alone. */
  public static WebhookSecrets of(WebhookSecret current) {
    return new WebhookSecrets(current, List.of());
  }

  /**
   * Replaces the current secret.
   *
   * @param next the new one
   * @param now older secrets whose time is over by now are dropped
   * @param until how long the one that is current now goes on signing beside the new one
   */
  public WebhookSecrets rotate(WebhookSecret next, Instant now, Instant until) {
    List<Older> kept = new ArrayList<>();
    kept.add(new Older(current, until));
    kept.addAll(older);
    kept.removeIf(old -> !now.isBefore(old.until()));
    return new WebhookSecrets(next, kept);
  }

  /** Returns the secrets that sign at a time, the current one first. */
  public List<WebhookSecret> at(Instant time) {
    List<WebhookSecret> valid = new ArrayList<>();
    valid.add(current);
    older.stream().filter(old -> time.isBefore(old.until())).map(Older::secret).forEach(valid::add);
    return List.copyOf(valid);
  }
}
