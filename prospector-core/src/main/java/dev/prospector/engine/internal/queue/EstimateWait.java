package dev.prospector.engine.internal.queue;

import dev.prospector.event.RunState;
import dev.prospector.lead.Tenant;
import dev.prospector.run.RunQueue;
import dev.prospector.store.QueueLimits;
import dev.prospector.store.QueueStore;
import dev.prospector.store.QueueStore.OfTenant;
import dev.prospector.store.StoredRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the places of runs that wait, and from the rates of those that run how long they wait. */
final class EstimateWait {

  private final QueueStore.Queue queue;
  private final QueueLimits limits;
  private final Instant now;

  EstimateWait(QueueStore.Queue queue, QueueLimits limits, Instant now) {
    this.queue = queue;
    this.limits = limits;
    this.now = now;
  }

  RunQueue.Status status(Tenant tenant) {
    List<OfTenant> running = running();
    List<RunQueue.Place> own = new ArrayList<>();
    long before = running.stream().mapToLong(one -> left(one.run())).sum();
    int position = 0;
    for (OfTenant one : queue.waiting()) {
      position++;
      if (one.tenant().equals(tenant)) {
        boolean room = running.size() + position <= limits.most() && hasRoom(tenant, own.size());
        own.add(new RunQueue.Place(one.run().id(), position, room ? zero() : left(before)));
      }
      before += left(one.run());
    }
    return new RunQueue.Status(running.size(), queue.waiting().size(), limits, own);
  }

  private List<OfTenant> running() {
    return queue.working().stream().filter(o -> o.run().state() != RunState.PAUSED).toList();
  }

  private boolean hasRoom(Tenant tenant, int waitingBefore) {
    long own = running().stream().filter(one -> one.tenant().equals(tenant)).count();
    return own + waitingBefore < limits.perTenant();
  }

  private static Optional<Duration> zero() {
    return Optional.of(Duration.ZERO);
  }

  private static long left(StoredRun run) {
    return Math.max(0, run.leads().accepted() - run.leads().ended());
  }

  private Optional<Duration> left(long leads) {
    double perSecond = running().stream().mapToDouble(one -> rate(one.run())).sum();
    return perSecond <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.round(leads * 1000 / perSecond)));
  }

  private double rate(StoredRun run) {
    double seconds = Duration.between(run.times().started(), now).toMillis() / 1000.0;
    return seconds <= 0 ? 0 : run.leads().ended() / seconds;
  }
}
