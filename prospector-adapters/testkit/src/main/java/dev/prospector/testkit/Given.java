package dev.prospector.testkit;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.dossier.Section;
import dev.prospector.evidence.Snapshot;
import java.util.List;

/** Writes a section that a test gives, and keeps the snapshots that go with it. */
final class Given<S> implements Agent<S> {

  private final AgentSpec<S> spec;
  private final S value;
  private final List<Snapshot> kept;

  Given(Section<S> section, S value, List<Snapshot> kept) {
    this.spec = AgentSpec.writing(section).named("given-" + section.name());
    this.value = value;
    this.kept = kept;
  }

  @Override
  public AgentSpec<S> spec() {
    return spec;
  }

  @Override
  public S byRules(AgentInput input) {
    kept.forEach(input::keep);
    return value;
  }
}
