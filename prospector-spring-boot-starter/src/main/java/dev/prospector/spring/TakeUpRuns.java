package dev.prospector.spring;

import dev.prospector.Prospector;
import dev.prospector.error.ProspectorException;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Tenant;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.QueueStore.OfTenant;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with runs of all tenants that a process before left unfinished. Those of the queue are
 * left to it, and those of pipelines that are not here, such as reported ones, to who has them.
 */
final class TakeUpRuns {

  private static final Logger LOG = LoggerFactory.getLogger(TakeUpRuns.class);
  private static final int AT_A_TIME = 200;

  private final Prospector prospector;
  private final RunStore runs;
  private final RunOptions options;
  private final Map<String, Pipeline> pipelines = new LinkedHashMap<>();

  /** A run, as it is called in all tenants. */
  private record Name(Tenant tenant, RunId run) {
    static Name of(OfTenant one) {
      return new Name(one.tenant(), one.run().id());
    }
  }

  TakeUpRuns(Prospector prospector, RunStore runs, RunOptions options, List<Pipeline> pipelines) {
    this.prospector = prospector;
    this.runs = runs;
    this.options = options;
    pipelines.forEach(pipeline -> this.pipelines.put(pipeline.name(), pipeline));
  }

  /** Where others work on a run too, its leads are shared. */
  void run() {
    try {
      Set<Name> queued = new HashSet<>();
      runs.queue().queue().working().forEach(one -> queued.add(Name.of(one)));
      List<OfTenant> page = runs.list(RunState.RUNNING, Optional.empty(), AT_A_TIME);
      while (!page.isEmpty()) {
        page.stream().filter(one -> !queued.contains(Name.of(one))).forEach(this::takeUp);
        OfTenant last = page.get(page.size() - 1);
        page = runs.list(RunState.RUNNING, Optional.of(last), AT_A_TIME);
      }
    } catch (ProspectorException e) {
      LOG.warn("unfinished runs cannot be looked for: {}", e.getMessage());
    }
  }

  private void takeUp(OfTenant left) {
    StoredRun run = left.run();
    Pipeline pipeline = pipelines.get(run.pipeline());
    if (pipeline == null || run.wish() != RunState.RUNNING) {
      return;
    }
    if (!run.leads().complete()) {
      LOG.info("Run {} goes on when it is started again with its input", run.id());
      return;
    }
    try {
      Run unused =
          prospector.resume(run.id(), pipeline, options.withTenant(left.tenant()).forEffects());
      LOG.info("Run {} of tenant {} goes on, which was left", run.id(), left.tenant());
    } catch (ProspectorException e) {
      LOG.warn("run {} cannot go on: {}", run.id(), e.getMessage());
    }
  }
}
