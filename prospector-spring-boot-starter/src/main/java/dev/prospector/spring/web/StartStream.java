package dev.prospector.spring.web;

import dev.prospector.Prospector;
import dev.prospector.adapter.context.BusinessContexts;
import dev.prospector.context.BusinessContext;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.InputException;
import dev.prospector.error.RequestException;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.spring.web.CallerResolver.Caller;
import dev.prospector.store.ContextStore;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import dev.prospector.tracking.frame.StreamRequest;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Starts streaming runs, each once: asked for again, a run goes on, and one that a process left in
 * the middle of its input is given that input again.
 */
final class StartStream {

  private static final String REQUEST = "streaming-request";

  private final Prospector prospector;
  private final Storage storage;
  private final Work work;
  private final Map<Name, Run> fed = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  /** Where runs and contexts are kept. */
  record Storage(RunStore runs, ContextStore contexts) {}

  /**
   * What is worked on, and how.
   *
   * @param context of tenants that have none of their own
   */
  record Work(
      Pipeline pipeline, RunOptions options, BusinessContext context, StreamedLeads leads) {}

  private record Name(Tenant tenant, RunId run) {}

  StartStream(Prospector prospector, Storage storage, Work work) {
    this.prospector = prospector;
    this.storage = storage;
    this.work = work;
  }

  /**
   * Returns with the run stored, and worked on unless it has ended.
   *
   * @throws RequestException if the job was asked for otherwise before
   */
  StoredRun run(Caller caller, StreamRequest asked) {
    Tenant tenant = caller.tenant();
    lock.lock();
    try {
      fed.values().removeIf(run -> run.state().isEnded());
      Optional<StoredRun> before = storage.runs().find(tenant, asked.job());
      before.ifPresent(run -> requireSame(run, asked));
      if (before.map(run -> isLeft(tenant, run)).orElse(true)) {
        fed.put(
            new Name(tenant, asked.job()), start(caller, asked, context(tenant, before, asked)));
      }
      return storage.runs().find(tenant, asked.job()).orElseThrow();
    } finally {
      lock.unlock();
    }
  }

  private static void requireSame(StoredRun run, StreamRequest asked) {
    if (!asked.fingerprint().equals(run.notes().get(REQUEST))) {
      throw RequestException.invalid(
          List.of(
              new RequestException.Problem(
                  "job_id",
                  "'"
                      + run.id()
                      + "' is a run that was asked for otherwise: send the same fields as then, or"
                      + " choose another id")));
    }
  }

  private boolean isLeft(Tenant tenant, StoredRun run) {
    return run.state() == RunState.RUNNING
        && !run.leads().complete()
        && !fed.containsKey(new Name(tenant, run.id()));
  }

  private BusinessContext context(Tenant tenant, Optional<StoredRun> before, StreamRequest asked) {
    Optional<BusinessContext> kept = before.flatMap(run -> run.terms().context());
    return kept.or(() -> asked.context().map(StartStream::parsed))
        .or(() -> storage.contexts().newest(tenant).map(ContextStore.Version::context))
        .orElse(work.context());
  }

  private static BusinessContext parsed(String json) {
    try {
      return BusinessContexts.parse(json, BusinessContexts.Format.JSON);
    } catch (ConfigurationException e) {
      throw wrong(e.problems(), Function.identity());
    } catch (InputException e) {
      throw wrong(List.of(e), error -> String.valueOf(error.getMessage()));
    }
  }

  private static <T> RequestException wrong(List<T> problems, Function<T, String> message) {
    return RequestException.invalid(
        problems.stream()
            .map(p -> new RequestException.Problem("business_context", message.apply(p)))
            .toList());
  }

  private Run start(Caller caller, StreamRequest asked, BusinessContext context) {
    StreamedLeads.Wanted wanted =
        new StreamedLeads.Wanted(caller, asked.job(), context, asked.query(), asked.mostLeads());
    Iterator<Lead> leads = new FirstLeads(work.leads().find(wanted), asked.mostLeads());
    RunOptions options =
        work.options()
            .withTenant(caller.tenant())
            .withId(asked.job())
            .withContext(context)
            .withLabel(asked.query().orElse(""), caller.person())
            .withNotes(Map.of(REQUEST, asked.fingerprint()))
            .forEffects();
    return prospector.start(work.pipeline(), leads, options);
  }
}
