package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.context.Contexts;
import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.process.Owner;
import dev.prospector.adapter.store.internal.sql.Access;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.QueueLimits;
import dev.prospector.store.QueueStore;
import dev.prospector.store.QueueTurns;
import dev.prospector.store.RunTerms;
import dev.prospector.store.StoredRun;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** The queue of runs, in the rows of the runs themselves. */
final class JdbiQueue implements QueueStore {

  private static final int MOST_TRIES = 64;

  private final Access access;
  private final Owner owner;
  private final Contexts contexts;
  private final Clock clock;
  private final RunWriter writer;

  JdbiQueue(Access access, Owner owner, Contexts contexts, Clock clock, RunWriter writer) {
    this.access = access;
    this.owner = owner;
    this.contexts = contexts;
    this.clock = clock;
    this.writer = writer;
  }

  @Override
  public StoredRun enqueue(
      Tenant tenant, RunId run, String pipeline, Map<String, String> notes, RunTerms terms) {
    RunKey key = RunKey.of(tenant, run);
    return writer.ask(
        new RunRequest.Open(key, pipeline, Json.text(notes), TermsRow.of(terms), true));
  }

  /** Looks without holding anything, and takes what it saw if that still holds. */
  @Override
  public Optional<Taken> take(QueueLimits limits, Collection<String> pipelines) {
    Set<String> known = Set.copyOf(pipelines);
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<RunKey> next = access.readTogether(handle -> next(handle, limits, known));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      Optional<Taken> taken = writer.ask(new RunRequest.Take(next.get(), limits, known));
      if (taken.isPresent()) {
        return taken;
      }
    }
    return Optional.empty(); // Others are faster: whoever asks again later finds what is left.
  }

  private Optional<RunKey> next(Handle handle, QueueLimits limits, Set<String> pipelines) {
    return QueueRows.left(handle, owner.living(handle, clock.instant()), pipelines)
        .or(
            () ->
                QueueRows.turns(handle)
                    .next(limits, pipelines)
                    .map(one -> RunKey.of(one.tenant(), one.run())));
  }

  @Override
  public void leave(Tenant tenant, RunId run) {
    writer.ask(new RunRequest.Leave(RunKey.of(tenant, run)));
  }

  @Override
  public Queue queue() {
    return access.readTogether(
        handle -> {
          Map<RunKey, OfTenant> waiting = new LinkedHashMap<>();
          rows(handle, "state = 'QUEUED' and ended is null order by queued, tenant, run")
              .forEach(one -> waiting.put(RunKey.of(one.tenant(), one.run().id()), one));
          List<OfTenant> inOrder = new ArrayList<>();
          for (QueueTurns.Waiting one : QueueRows.turns(handle).inOrder()) {
            Optional.ofNullable(waiting.remove(RunKey.of(one.tenant(), one.run())))
                .ifPresent(inOrder::add);
          }
          inOrder.addAll(waiting.values());
          return new Queue(
              inOrder, rows(handle, "turn is not null and ended is null order by turn"));
        });
  }

  private List<OfTenant> rows(Handle handle, String which) {
    return RunRows.ofTenants(handle, contexts, which, UnaryOperator.identity());
  }
}
