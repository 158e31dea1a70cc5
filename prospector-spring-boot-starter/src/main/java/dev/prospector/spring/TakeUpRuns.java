package dev.prospector.spring;

import dev.prospector.Prospector;
import dev.prospector.error.ProspectorException;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Tenant;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with runs that a process before left unfinished, in the name of the default tenant. */
final class TakeUpRuns {

  private static final Logger LOG = LoggerFactory.getLogger(TakeUpRuns.class);
  private static final int AT_A_TIME = 200;

  private final Prospector prospector;
  private final RunStore runs;
  private final RunOptions options;
  private final Map<String, Pipeline> pipelines = new LinkedHashMap<>();

  TakeUpRuns(Prospector prospector, RunStore runs, RunOptions options, List<Pipeline> pipelines) {
    this.prospector = prospector;
    this.runs = runs;
    this.options = options;
    pipelines.forEach(pipeline -> this.pipelines.put(pipeline.name(), pipeline));
  }

  /** Where others work on a run too, its leads are shared. */
  void now() {
    try {
      Optional<RunId> before = Optional.empty();
      List<StoredRun> page = runs.list(Tenant.DEFAULT, before, AT_A_TIME);
      while (!page.isEmpty()) {
        page.stream().filter(TakeUpRuns::isUnfinished).forEach(this::takeUp);
        page = runs.list(Tenant.DEFAULT, Optional.of(page.get(page.size() - 1).id()), AT_A_TIME);
      }
    } catch (ProspectorException e) {
      LOG.warn("unfinished runs cannot be looked for: {}", e.getMessage());
    }
  }

  private static boolean isUnfinished(StoredRun run) {
    return run.state() == RunState.RUNNING && run.wish() == RunState.RUNNING;
  }

  private void takeUp(StoredRun run) {
    Pipeline pipeline = pipelines.get(run.pipeline());
    if (pipeline == null) {
      return; // Somebody else's, such as one of reports.
    }
    if (!run.leads().complete()) {
      LOG.info("Run {} goes on when it is started again with its input", run.id());
      return;
    }
    try {
      Run unused =
          prospector.resume(run.id(), pipeline, options.withTenant(Tenant.DEFAULT).forEffects());
      LOG.info("Run {} goes on, which was left unfinished", run.id());
    } catch (ProspectorException e) {
      LOG.warn("run {} cannot go on: {}", run.id(), e.getMessage());
    }
  }
}
