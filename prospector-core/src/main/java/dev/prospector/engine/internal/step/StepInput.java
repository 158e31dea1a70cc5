package dev.prospector.engine.internal.step;

import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Resource;
import dev.prospector.context.BusinessContext;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Section;
import dev.prospector.engine.internal.lookup.StepLookUps;
import dev.prospector.engine.internal.workplace.Ports;
import dev.prospector.engine.internal.workplace.StepFingerprints;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.SnapshotId;
import dev.prospector.lead.Lead;
import dev.prospector.model.Embedder;
import dev.prospector.pipeline.Plan;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.verification.EmailVerifier;
import dev.prospector.verification.PhoneVerifier;
import dev.prospector.web.PageSource;
import dev.prospector.web.WebSearch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one step may see: what its agent declared, nothing else. */
final class StepInput implements AgentInput {

  private final Plan.Step step;
  private final AgentSpec<?> spec;
  private final LeadExecution lead;
  private final StepLookUps lookUps;
  private @Nullable Evidence evidence;
  private List<Snapshot> kept = List.of();

  StepInput(Plan.Step step, LeadExecution lead, StepLookUps lookUps) {
    this.step = step;
    this.spec = step.spec();
    this.lead = lead;
    this.lookUps = lookUps;
  }

  @Override
  public <T> T get(Section<T> section) {
    if (!spec.required().contains(section)) {
      throw undeclared("reading(" + section + ")");
    }
    return find(section).orElseThrow(() -> new IllegalStateException("no section " + section));
  }

  @Override
  public <T> Optional<T> find(Section<T> section) {
    if (!spec.required().contains(section) && !spec.optional().contains(section)) {
      throw undeclared("readingIfPresent(" + section + ")");
    }
    for (Plan.Read read : step.reads()) {
      if (read.section().equals(section)) {
        Entry<?> entry = lead.entry(read.writer());
        return entry == null ? Optional.empty() : Optional.of(section.type().cast(entry.value()));
      }
    }
    return Optional.empty();
  }

  @Override
  public Lead lead() {
    require(spec.readsLead(), "readingLead()");
    return lead.lead();
  }

  @Override
  public BusinessContext context() {
    require(spec.readsContext(), "readingContext()");
    return lead.run().context();
  }

  @Override
  public PageSource pages() {
    require(spec.resources().contains(Resource.PAGES), "using(PAGES)");
    return lookUps.pages();
  }

  @Override
  public CompanyRegistry registry() {
    require(spec.resources().contains(Resource.REGISTRY), "using(REGISTRY)");
    return lookUps.registry();
  }

  @Override
  public WebSearch search() {
    require(spec.resources().contains(Resource.SEARCH), "using(SEARCH)");
    return lookUps.search();
  }

  @Override
  public Optional<Embedder> embedder() {
    Ports.Spending spending = lead.run().ports().spending();
    return spending
        .models()
        .embedder()
        .map(e -> new RedactedEmbedder(e, spending.redaction().of(lead.lead(), List.of())));
  }

  @Override
  public EmailVerifier emailVerifier() {
    require(spec.resources().contains(Resource.VERIFICATION), "using(VERIFICATION)");
    return lookUps.emailVerifier();
  }

  @Override
  public PhoneVerifier phoneVerifier() {
    require(spec.resources().contains(Resource.VERIFICATION), "using(VERIFICATION)");
    return lookUps.phoneVerifier();
  }

  @Override
  public Evidence evidence() {
    if (evidence == null) {
      evidence =
          new Evidence(
              lead.run().ports().confidence(),
              lead.run().asOf(),
              lead.run().suppression().refuses(lead.lead()));
    }
    return evidence;
  }

  @Override
  public Snapshot snapshot(SnapshotId id) {
    return lead.snapshot(id)
        .orElseThrow(() -> new IllegalArgumentException("no snapshot " + id + " of this lead"));
  }

  @Override
  public Snapshot keep(Snapshot snapshot) {
    if (kept.isEmpty()) {
      kept = new ArrayList<>();
    }
    kept.add(snapshot);
    lead.addSnapshot(snapshot);
    return snapshot;
  }

  @Override
  public Instant asOf() {
    require(spec.readsDate().isPresent(), "readingDate() or readingMonth()");
    return StepFingerprints.beginning(lead.run().date(), spec.readsDate().orElseThrow());
  }

  /** Forgets what a try left that failed. */
  void restart() {
    lookUps.restart();
    evidence = null;
    kept = List.of();
  }

  /** Returns whether it can ask something outside that only answers. */
  boolean asksSources() {
    return step.asksSources();
  }

  List<Snapshot> kept() {
    return kept;
  }

  int rejectedClaims() {
    return evidence == null ? 0 : evidence.rejections().size();
  }

  private void require(boolean declared, String declaration) {
    if (!declared) {
      throw undeclared(declaration);
    }
  }

  private IllegalStateException undeclared(String declaration) {
    return new IllegalStateException(
        "agent '"
            + spec.id()
            + "' uses what it did not declare: add "
            + declaration
            + " to its spec");
  }
}
