package dev.prospector.engine.internal;

import dev.prospector.context.BusinessContext;
import dev.prospector.engine.internal.workplace.Ports;
import dev.prospector.error.ConfigurationException;
import dev.prospector.event.RunId;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.RunOptions;
import dev.prospector.store.ContextStore;
import dev.prospector.store.RunTerms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Fixes by what terms a run is going to be worked on, before it is begun or written down. */
final class SettleTerms {

  private SettleTerms() {}

  /**
   * Returns options with an id and whole terms.
   *
   * @throws ConfigurationException if the options leave out, or do again, what is not in the
   *     pipeline, or leave out what others need
   */
  static RunOptions of(RunOptions options, Supplier<RunId> ids, Pipeline pipeline, Ports ports) {
    RunTerms terms = options.terms();
    Pipeline working = pipeline.without(terms.agents().without());
    checkRedo(working, terms.agents().redo());
    RunId id = options.id().orElseGet(ids);
    BusinessContext context =
        terms.context().or(() -> newest(options, ports)).orElse(ports.context());
    return options
        .withId(id)
        .withTerms(terms.withContext(context).withAgents(salted(terms.agents(), id)));
  }

  private static Optional<BusinessContext> newest(RunOptions options, Ports ports) {
    return ports
        .storage()
        .contexts()
        .flatMap(store -> store.newest(options.tenant()))
        .map(ContextStore.Version::context);
  }

  private static RunTerms.Agents salted(RunTerms.Agents agents, RunId id) {
    return agents.redo().isEmpty() || !agents.salt().isEmpty()
        ? agents
        : new RunTerms.Agents(agents.without(), agents.redo(), id.value(), agents.joint());
  }

  private static void checkRedo(Pipeline pipeline, List<String> redo) {
    Set<String> known =
        pipeline.agents().stream().map(agent -> agent.spec().id()).collect(Collectors.toSet());
    List<String> problems =
        new TreeSet<>(redo)
            .stream()
                .filter(id -> !known.contains(id))
                .map(id -> "there is no agent '" + id + "' that could work again")
                .toList();
    if (!problems.isEmpty()) {
      throw new ConfigurationException("pipeline '" + pipeline.name() + "'", problems);
    }
  }
}
