package dev.prospector.spring.actuate;

import dev.prospector.Prospector;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Limit;
import dev.prospector.error.ProspectorException;
import dev.prospector.lead.Tenant;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.run.RunProgress;
import dev.prospector.run.RunQueue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** What this process works on, what limits it, and what is set up and what is not; no secret. */
@Endpoint(id = "prospector")
final class ProspectorEndpoint {

  private final ListableBeanFactory beans;

  ProspectorEndpoint(ListableBeanFactory beans) {
    this.beans = beans;
  }

  /** Returns plain maps, lists and texts, for whichever library writes them. */
  @ReadOperation
  Map<String, Object> prospector() {
    Prospector prospector = beans.getBean(Prospector.class);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("runs", prospector.active().stream().map(ProspectorEndpoint::run).toList());
    answer.put("queue", queue());
    answer.put("limits", limits(beans.getBean(Budget.class)));
    answer.put("pipelines", pipelines());
    Map<String, String> health = new LinkedHashMap<>();
    prospector.health().parts().forEach(part -> health.put(part.name(), part.state().name()));
    answer.put("health", health);
    answer.put("configured", WhatIsConfigured.of(beans));
    return answer;
  }

  private static Map<String, Object> run(Run run) {
    RunProgress progress = run.progress();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", run.id().value());
    told.put("state", run.state().name());
    told.put("begun", progress.leads().begun());
    told.put("ended", progress.leads().ended());
    told.put("failed", progress.leads().failed());
    return told;
  }

  private Map<String, Object> queue() {
    Map<String, Object> told = new LinkedHashMap<>();
    try {
      beans.getBeanProvider(RunQueue.class).ifAvailable(queue -> tell(queue, told));
    } catch (ProspectorException e) {
      told.put("trouble", String.valueOf(e.getMessage()));
    }
    return told;
  }

  private static void tell(RunQueue queue, Map<String, Object> told) {
    RunQueue.Status status = queue.status(Tenant.DEFAULT);
    told.put("working", status.working());
    told.put("waiting", status.waiting());
    told.put("most", status.limits().most());
    told.put("most-per-tenant", status.limits().perTenant());
  }

  private static List<Map<String, Object>> limits(Budget budget) {
    return budget.limits().all().stream().map(ProspectorEndpoint::limit).toList();
  }

  private static Map<String, Object> limit(Limit limit) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("per", limit.period().name().toLowerCase(Locale.ROOT));
    if (limit.money() != null) {
      told.put("money", limit.money().toString());
    }
    put(told, "tokens", limit.tokens());
    put(told, "calls", limit.calls());
    put(told, "leads", limit.leads());
    return told;
  }

  private static void put(Map<String, Object> told, String name, long most) {
    if (most >= 0) {
      told.put(name, most);
    }
  }

  private Map<String, List<String>> pipelines() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    beans
        .getBeanProvider(Pipeline.class)
        .orderedStream()
        .forEach(p -> all.put(p.name(), p.agents().stream().map(a -> a.spec().id()).toList()));
    return all;
  }
}
