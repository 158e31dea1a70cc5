package dev.prospector.spring;

import dev.prospector.error.ProspectorException;
import dev.prospector.lead.Tenant;
import dev.prospector.spring.internal.EventArchive;
import dev.prospector.spring.internal.ProspectorProperties;
import dev.prospector.store.SharedLimits;
import dev.prospector.tracking.webhook.WebhookStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes from the store what is kept only for a time, and moves events out of it, in one process
 * at a time over a store.
 */
final class Housekeeping implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final String NAME = "prospector-housekeeping";

  private final ProspectorProperties.Housekeeping properties;
  private final Clock clock;
  private final Supplier<SharedLimits> limits;
  private final Optional<WebhookStore> webhooks;
  private final Optional<EventArchive> events;

  Housekeeping(
      ProspectorProperties.Housekeeping properties,
      Clock clock,
      Supplier<SharedLimits> limits,
      Optional<WebhookStore> webhooks,
      Optional<EventArchive> events) {
    this.properties = properties;
    this.clock = clock;
    this.limits = limits;
    this.webhooks = webhooks.filter(store -> isSet(properties.webhooks()));
    this.events = events.filter(archive -> isSet(properties.events()));
  }

  private static boolean isSet(Duration time) {
    return !time.isZero();
  }

  /** Returns how often it is to be done; empty if there is nothing to do. */
  Optional<Duration> every() {
    boolean none = webhooks.isEmpty() && events.isEmpty();
    return none || !isSet(properties.every()) ? Optional.empty() : Optional.of(properties.every());
  }

  @Override
  public void run() {
    try {
      SharedLimits shared = limits.get();
      if (shared.hold(Tenant.DEFAULT, NAME, 1, 0, 1) == 0) {
        return; // Another process is at it.
      }
      try {
        webhooks.ifPresent(this::removeMessages);
        events.ifPresent(this::moveEvents);
      } finally {
        int unused = shared.hold(Tenant.DEFAULT, NAME, 1, 0, 0);
      }
    } catch (ProspectorException e) {
      LOG.warn("the store is not cleared up for now: {}", e.getMessage());
    }
  }

  private void removeMessages(WebhookStore store) {
    int removed = store.removeEnded(clock.instant().minus(properties.webhooks()));
    if (removed > 0) {
      LOG.info("{} ended webhook messages were removed", removed);
    }
  }

  private void moveEvents(EventArchive archive) {
    Path folder = Path.of(properties.archive());
    List<Path> files = archive.before(clock.instant().minus(properties.events()), folder);
    if (!files.isEmpty()) {
      LOG.info("Events were moved out of the store into {}", files);
    }
  }
}
