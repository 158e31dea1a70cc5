package dev.prospector.engine.internal;

import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Resource;
import dev.prospector.context.BusinessContext;
import dev.prospector.engine.internal.lookup.Sources;
import dev.prospector.engine.internal.workplace.Ports;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Models;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.pipeline.Plan;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.web.PageSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Says what is set and no agent of a pipeline uses. */
final class UnusedPorts {

  private UnusedPorts() {}

  /** Returns a sentence for each of it. */
  static List<String> of(Pipeline pipeline, Ports ports) {
    List<String> unused = new ArrayList<>();
    Models models = ports.spending().models();
    Set<LanguageModel> asked = asked(pipeline, models);
    for (LanguageModel model : models.all()) {
      if (!asked.contains(model)) {
        unused.add("the model '" + model.name() + "' is set" + andNone("asks it", pipeline));
      }
    }
    if (ports.sources().pages() != PageSource.none() && !uses(pipeline, Resource.PAGES)) {
      unused.add("pages are set" + andNone("reads any", pipeline));
    }
    if (ports.sources().registry() != CompanyRegistry.none()
        && !uses(pipeline, Resource.REGISTRY)) {
      unused.add("a register is set" + andNone("asks it", pipeline));
    }
    if (ports.sources().search().isConfigured() && !uses(pipeline, Resource.SEARCH)) {
      unused.add("a search is set" + andNone("asks it", pipeline));
    }
    Sources sources = ports.sources();
    if ((sources.emails().isConfigured() || sources.phones().isConfigured())
        && !uses(pipeline, Resource.VERIFICATION)) {
      unused.add("a verifier is set" + andNone("asks it", pipeline));
    }
    if (!ports.context().equals(BusinessContext.empty())
        && none(pipeline, step -> step.spec().readsContext())) {
      unused.add("a business context is set" + andNone("reads it", pipeline));
    }
    return List.copyOf(unused);
  }

  private static Set<LanguageModel> asked(Pipeline pipeline, Models models) {
    Set<LanguageModel> asked = Collections.newSetFromMap(new IdentityHashMap<>());
    if (models.all().isEmpty()) {
      return asked; // Prompts, which take long to make, are left unmade.
    }
    for (Plan.Step step : pipeline.plan().steps()) {
      if (step.agent() instanceof ModelAgent<?> agent) {
        asked.addAll(models.chain(step.spec().id(), agent.prompt().role()));
      }
    }
    return asked;
  }

  private static boolean uses(Pipeline pipeline, Resource resource) {
    return !none(pipeline, step -> step.spec().resources().contains(resource));
  }

  private static boolean none(Pipeline pipeline, Predicate<Plan.Step> uses) {
    return pipeline.plan().steps().stream().noneMatch(uses);
  }

  private static String andNone(String does, Pipeline pipeline) {
    return ", and no agent of pipeline '" + pipeline.name() + "' " + does;
  }
}
