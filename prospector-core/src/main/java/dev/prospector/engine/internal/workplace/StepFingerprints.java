package dev.prospector.engine.internal.workplace;

import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Resource;
import dev.prospector.context.BusinessContext;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.engine.internal.joint.JointGroup;
import dev.prospector.engine.internal.joint.JointGroups;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Person;
import dev.prospector.model.LanguageModel;
import dev.prospector.pipeline.Plan;
import dev.prospector.store.RunTerms;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes what a step's result depends on: the agent and its version, its prompt and model, the
 * business context, the date and the lead if it reads them, the confidence policy unless it ignores
 * that, and the fingerprints of the sections that it reads. What it asks sources comes to that when
 * it has been asked; see {@link dev.prospector.engine.internal.lookup.StepLookUps}.
 */
public final class StepFingerprints {

  private final Plan plan;
  private final Fingerprint.Hasher[] starts;

  /**
   * Begins with what is the same for all leads.
   *
   * @param context what the run's host sells
   * @param date as of which the run judges
   * @param agents which of them are to work again
   */
  StepFingerprints(
      Plan plan, Ports ports, BusinessContext context, Instant date, RunTerms.Agents agents) {
    this.plan = plan;
    this.starts = new Fingerprint.Hasher[plan.size()];
    Fingerprint sold = ofContext(context);
    for (int i = 0; i < plan.size(); i++) {
      starts[i] = start(plan.step(i), ports, sold, date);
      if (agents.redo().contains(plan.step(i).spec().id())) {
        starts[i].add("redo").add(agents.salt());
      }
    }
  }

  /** Adds to what members of a group depend on: which agents are asked with them, and what. */
  void join(JointGroups joints) {
    for (JointGroup group : joints.all()) {
      Map<String, Prompt> prompts = joints.prompts(group.members());
      for (int member : group.members()) {
        starts[member].add("asked together").add(prompts.size());
        prompts.forEach((id, prompt) -> starts[member].add(id).add(prompt.version()));
        group.members().forEach(other -> starts[member].add(plan.step(other).spec().version()));
      }
    }
  }

  private static Fingerprint.Hasher start(
      Plan.Step step, Ports ports, Fingerprint context, Instant date) {
    AgentSpec<?> spec = step.spec();
    Fingerprint.Hasher hasher = Fingerprint.hasher();
    hasher.add("step/2").add(spec.id()).add(spec.version());
    hasher.add(spec.writes().name()).add(spec.writes().format());
    if (!spec.settings().isEmpty()) {
      hasher.add("settings").add(spec.settings());
    }
    if (step.agent() instanceof ModelAgent<?> agent) {
      addModels(hasher, ports.spending(), spec.id(), agent);
    }
    if (spec.readsContext()) {
      hasher.add("context").add(context);
    }
    spec.readsDate().ifPresent(unit -> hasher.add("date").add(beginning(date, unit).toString()));
    if (spec.readsConfidence()) {
      hasher.add("confidence").add(ports.confidence().identity());
    }
    if (spec.resources().contains(Resource.REGISTRY)) {
      hasher.add("registry").add(ports.sources().registry().isConfigured() ? 1 : 0);
    }
    if (spec.resources().contains(Resource.SEARCH)) {
      hasher.add("search").add(ports.sources().search().isConfigured() ? 1 : 0);
    }
    if (spec.resources().contains(Resource.VERIFICATION)) {
      hasher.add("emails").add(ports.sources().emails().isConfigured() ? 1 : 0);
      hasher.add("phones").add(ports.sources().phones().isConfigured() ? 1 : 0);
    }
    return hasher;
  }

  /** Returns the beginning of the day or month of an instant. */
  public static Instant beginning(Instant instant, ChronoUnit unit) {
    ZonedDateTime day = instant.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
    return (unit == ChronoUnit.MONTHS ? day.withDayOfMonth(1) : day).toInstant();
  }

  private static void addModels(
      Fingerprint.Hasher hasher, Ports.Spending spending, String id, ModelAgent<?> agent) {
    if (spending.models().isEmpty()) {
      // Nothing is asked, and so the prompt, which takes long to make, has no part in the result.
      hasher.add("no models");
      return;
    }
    Prompt prompt = agent.prompt();
    List<LanguageModel> chain = spending.models().chain(id, prompt.role());
    hasher.add("models").add(prompt.version()).add(chain.size());
    chain.forEach(model -> hasher.add(model.name()));
    if (!chain.isEmpty()) {
      hasher.add(spending.redaction().version());
      spending.models().embedder().ifPresent(e -> hasher.add("embedder").add(e.name()));
    }
  }

  /**
   * Returns the fingerprint of a step.
   *
   * @param lead the lead's own
   * @param reads those of the sections it reads, in the plan's order; null where there is none
   */
  public Fingerprint of(int step, Fingerprint lead, @Nullable Fingerprint[] reads) {
    Fingerprint.Hasher hasher = starts[step].fork();
    if (plan.step(step).spec().readsLead()) {
      hasher.add(lead);
    }
    for (Fingerprint read : reads) {
      if (read == null) {
        hasher.add("absent");
      } else {
        hasher.add(read);
      }
    }
    return hasher.finish();
  }

  /** Returns the fingerprint of a section whose facts were rated anew. */
  public static Fingerprint rated(Fingerprint inputs, Fingerprint rating) {
    return Fingerprint.hasher().add(inputs).add("rated").add(rating).finish();
  }

  /** Returns the fingerprint of what rules gave in a model's place. */
  public static Fingerprint rulesInstead(Fingerprint inputs) {
    return variant(inputs, "rules instead");
  }

  /** Returns the fingerprint of a result that is not what was asked for, or was changed since. */
  public static Fingerprint variant(Fingerprint inputs, String how) {
    return Fingerprint.hasher().add(inputs).add(how).finish();
  }

  public static Fingerprint ofLead(Lead lead) {
    Company company = lead.company();
    Fingerprint.Hasher hasher = Fingerprint.hasher();
    hasher.add("lead/1").add(lead.id().value()).add(company.name());
    hasher.add(company.website().orElse("")).add(company.domain().orElse(""));
    hasher.add(company.country().orElse("")).add(company.registrationNumber().orElse(""));
    hasher.add(company.columns().size());
    company.columns().forEach((name, value) -> hasher.add(name).add(value));
    hasher.add(company.city().orElse("")).add(company.state().orElse(""));
    hasher.add(lead.people().size());
    for (Person person : lead.people()) {
      hasher.add(person.name()).add(person.role()).add(person.email()).add(person.phone());
    }
    for (Snapshot snapshot : lead.supplied()) {
      hasher.add(snapshot.address()).add(snapshot.id().sha256());
      hasher.add(snapshot.kind().name()).add(snapshot.publisher().name());
      hasher.add(snapshot.capturedAt().map(Object::toString).orElse(""));
    }
    return hasher.finish();
  }

  private static Fingerprint ofContext(BusinessContext context) {
    Fingerprint.Hasher hasher = Fingerprint.hasher();
    hasher.add("context/1").add(context.language().tag());
    Arrays.stream(BusinessContext.Text.values()).forEach(p -> hasher.add(context.text(p)));
    for (BusinessContext.Items property : BusinessContext.Items.values()) {
      List<String> items = context.items(property);
      hasher.add(items.size());
      items.forEach(hasher::add);
    }
    hasher.add(context.averageDealValue().map(Object::toString).orElse(""));
    hasher.add(context.margin().map(Object::toString).orElse(""));
    return hasher.finish();
  }
}
