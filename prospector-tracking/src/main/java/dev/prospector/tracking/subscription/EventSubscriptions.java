package dev.prospector.tracking.subscription;

import dev.prospector.error.PortException;
import dev.prospector.error.RunException;
import dev.prospector.event.EventSink;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.run.Threads;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets any number of listeners follow stored runs, each from a number of its own and as fast as it
 * likes. Events are always read from the store, so that every listener gets each event once and in
 * order, from whichever process it comes; nothing is queued for anybody.
 *
 * <p>New events are heard of in two ways, of which one is enough: as a sink of the engine, which
 * tells of them at once, and by {@linkplain #start looking} again and again.
 *
 * <p>Safe for several threads.
 */
public final class EventSubscriptions implements EventSink {

  private static final Logger LOG = LoggerFactory.getLogger(EventSubscriptions.class);

  private final RunStore store;
  private final Executor executor;
  private final Map<Channel.Key, Channel> channels = new ConcurrentHashMap<>();

  /**
   * Reads from a store.
   *
   * @param executor calls listeners, which may block: virtual threads, or as many threads as
   *     listeners may be slow at a time. It must not run work on the thread that hands it over
   */
  public EventSubscriptions(RunStore store, Executor executor) {
    this.store = store;
    this.executor = executor;
  }

  /**
   * Follows a run until the subscription is closed, also beyond its end, as it may be opened again.
   *
   * @param after the number of the last event that is known already; 0 for all events
   * @throws RunException if the tenant has no such run
   */
  public EventSubscription subscribe(Tenant tenant, RunId run, long after, EventListener listener) {
    StoredRun stored =
        store
            .find(tenant, run)
            .orElseThrow(
                () -> new RunException("tenant '" + tenant + "' has no run '" + run + "'"));
    Channel.Key key = new Channel.Key(tenant, run);
    EventSubscription[] made = new EventSubscription[1];
    Channel channel =
        channels.compute(
            key,
            (k, before) -> {
              Channel joined = before == null ? new Channel(key, store) : before;
              made[0] = new EventSubscription(this, joined, after, executor, listener);
              joined.followers().add(made[0]);
              return joined;
            });
    channel.heardOf(stored.lastEvent());
    return made[0];
  }

  /** Hears of an event of this process; returns at once. */
  @Override
  public void accept(RunEvent event) {
    for (Channel channel : channels.values()) {
      // Events do not name their tenant: a run of another one's by the same id finds nothing new.
      if (channel.key().run().equals(event.position().run())) {
        channel.heardOf(event.position().number());
      }
    }
  }

  /** Polls the store for events of other processes: once for each run that is followed. */
  public void look() {
    for (Channel channel : channels.values()) {
      try {
        Optional<StoredRun> run = store.find(channel.key().tenant(), channel.key().run());
        // Where it is gone, followers find that out when they read.
        channel.heardOf(run.map(StoredRun::lastEvent).orElse(Long.MAX_VALUE));
      } catch (PortException e) {
        LOG.debug("runs cannot be looked at for events and will be later", e);
      }
    }
  }

  /**
   * Looks again and again until the result is closed.
   *
   * @param pause between two looks: how late an event of another process may come
   */
  public Threads.Background start(Threads threads, Duration pause) {
    return threads.every(pause, "prospector-subscriptions", this::look);
  }

  void remove(Channel channel, EventSubscription subscription) {
    channels.computeIfPresent(
        channel.key(),
        (key, present) -> {
          present.followers().remove(subscription);
          return present.followers().isEmpty() ? null : present;
        });
  }
}
