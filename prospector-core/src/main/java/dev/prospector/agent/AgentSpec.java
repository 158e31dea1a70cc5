package dev.prospector.agent;

import dev.prospector.dossier.Section;
import dev.prospector.error.ConfigurationException;
import dev.prospector.lead.LeadStage;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an agent declares: the section it writes, what it reads, and its version. Nothing else
 * orders the work, and the agent is handed exactly what it declares.
 *
 * <p>Immutable.
 *
 * @param <T> the type of the section that it writes
 */
public final class AgentSpec<T> {

  private final Section<T> writes;
  private final String id;
  private final int version;
  private final List<Section<?>> required;
  private final List<Section<?>> optional;
  private final Set<Resource> resources;
  private final Given given;

  /** What of the things that are given from outside the agent reads, and where the lead is then. */
  private record Given(
      boolean lead,
      boolean context,
      Optional<ChronoUnit> date,
      boolean confidence,
      LeadStage stage,
      String settings) {
    static final Given NOTHING =
        new Given(false, false, Optional.empty(), true, LeadStage.ANALYSIS, "");
  }

  private AgentSpec(
      Section<T> writes,
      String id,
      int version,
      Reads reads,
      Set<Resource> resources,
      Given given) {
    this.writes = Objects.requireNonNull(writes);
    this.id = id;
    this.version = version;
    this.required = reads.required();
    this.optional = reads.optional();
    this.resources = resources;
    this.given = given;
  }

  private record Reads(List<Section<?>> required, List<Section<?>> optional) {}

  private Reads reads() {
    return new Reads(required, optional);
  }

  /** Returns the declaration of an agent that writes a section, has its name, and reads nothing. */
  public static <T> AgentSpec<T> writing(Section<T> section) {
    Reads nothing = new Reads(List.of(), List.of());
    return new AgentSpec<>(section, section.name(), 1, nothing, Set.of(), Given.NOTHING);
  }

  /**
   * Returns this declaration under another id than the section's name.
   *
   * @param newId lower-case words joined by hyphens; in events, prompts, metrics and journals
   */
  public AgentSpec<T> named(String newId) {
    if (!newId.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new ConfigurationException(
          "AgentSpec",
          List.of("an agent's id is lower-case words joined by hyphens, not '" + newId + "'"));
    }
    return new AgentSpec<>(writes, newId, version, reads(), resources, given);
  }

  /**
   * Returns this declaration with a version. Raise it whenever the same inputs may give another
   * result: exactly this agent and those downstream then run again.
   *
   * @param newVersion from 1
   */
  public AgentSpec<T> version(int newVersion) {
    if (newVersion < 1) {
      throw new ConfigurationException(
          "AgentSpec", List.of("a version is numbered from 1, not " + newVersion));
    }
    return new AgentSpec<>(writes, id, newVersion, reads(), resources, given);
  }

  /** Returns this declaration with sections without which the agent cannot start. */
  public AgentSpec<T> reading(Section<?>... sections) {
    Reads more = new Reads(joined(required, sections), optional);
    return new AgentSpec<>(writes, id, version, more, resources, given);
  }

  /**
   * Returns this declaration with sections that the agent reads if the pipeline has a writer for
   * them and that writer succeeded.
   */
  public AgentSpec<T> readingIfPresent(Section<?>... sections) {
    Reads more = new Reads(required, joined(optional, sections));
    return new AgentSpec<>(writes, id, version, more, resources, given);
  }

  /** Returns this declaration for an agent that reads the lead as the host gave it. */
  public AgentSpec<T> readingLead() {
    return with(
        new Given(true, given.context, given.date, given.confidence, given.stage, given.settings));
  }

  /** Returns this declaration for an agent that reads the business context. */
  public AgentSpec<T> readingContext() {
    return with(
        new Given(given.lead, true, given.date, given.confidence, given.stage, given.settings));
  }

  /**
   * Returns this declaration for an agent that reads the date as of which the run judges: its
   * result is good for that date, and it runs again for another one.
   */
  public AgentSpec<T> readingDate() {
    return readingDate(ChronoUnit.DAYS);
  }

  /**
   * Returns this declaration for an agent that needs to know only the month as of which the run
   * judges: it is told the first day, and does not run again before the next month.
   */
  public AgentSpec<T> readingMonth() {
    return readingDate(ChronoUnit.MONTHS);
  }

  private AgentSpec<T> readingDate(ChronoUnit unit) {
    return with(
        new Given(
            given.lead,
            given.context,
            Optional.of(unit),
            given.confidence,
            given.stage,
            given.settings));
  }

  /**
   * Returns this declaration for an agent whose result does not depend on the confidence of claims,
   * neither of those that it reads nor of its own. It does not run again when the confidence policy
   * changes or sources age: its facts are rated anew where they are read.
   */
  public AgentSpec<T> ignoringConfidence() {
    return with(
        new Given(given.lead, given.context, given.date, false, given.stage, given.settings));
  }

  /**
   * Returns this declaration for an agent that brings a lead to a stage: a lead that did not finish
   * everything stands at the furthest stage of the agents that wrote their sections. {@link
   * LeadStage#ANALYSIS} unless set.
   */
  public AgentSpec<T> stage(LeadStage reached) {
    Objects.requireNonNull(reached);
    return with(
        new Given(
            given.lead, given.context, given.date, given.confidence, reached, given.settings));
  }

  /**
   * Returns this declaration of an agent that was set up with something of its own. With other
   * settings it runs again, as with another version.
   *
   * @param settings all of them in one text, always written in the same way
   */
  public AgentSpec<T> setUpWith(String settings) {
    return with(
        new Given(given.lead, given.context, given.date, given.confidence, given.stage, settings));
  }

  private AgentSpec<T> with(Given changed) {
    return new AgentSpec<>(writes, id, version, reads(), resources, changed);
  }

  /** Returns this declaration with what the agent uses from outside. */
  public AgentSpec<T> using(Resource... used) {
    Set<Resource> all = new TreeSet<>(resources);
    all.addAll(Arrays.asList(used));
    return new AgentSpec<>(
        writes, id, version, reads(), java.util.Collections.unmodifiableSet(all), given);
  }

  private static List<Section<?>> joined(List<Section<?>> before, Section<?>[] more) {
    List<Section<?>> all = new ArrayList<>(before);
    for (Section<?> section : more) {
      if (!all.contains(section)) {
        all.add(section);
      }
    }
    return List.copyOf(all);
  }

  /** Returns the section that the agent writes. */
  public Section<T> writes() {
    return writes;
  }

  /** Returns the agent's id. */
  public String id() {
    return id;
  }

  /** Returns the agent's version. */
  public int version() {
    return version;
  }

  /** Returns the sections without which the agent cannot start. */
  public List<Section<?>> required() {
    return required;
  }

  /** Returns the sections that the agent reads if they are there. */
  public List<Section<?>> optional() {
    return optional;
  }

  /** Returns what the agent uses from outside, in the order of the enumeration. */
  public Set<Resource> resources() {
    return resources;
  }

  /** Returns whether the agent reads the lead as the host gave it. */
  public boolean readsLead() {
    return given.lead();
  }

  /** Returns whether the agent reads the business context. */
  public boolean readsContext() {
    return given.context();
  }

  /**
   * Returns whether the agent reads the date as of which the run judges, and how exactly: {@link
   * ChronoUnit#DAYS} or {@link ChronoUnit#MONTHS}; empty if it does not.
   */
  public Optional<ChronoUnit> readsDate() {
    return given.date();
  }

  /** Returns whether the agent's result depends on how far claims can be relied on. */
  public boolean readsConfidence() {
    return given.confidence();
  }

  /** Returns the stage at which a lead stands when the agent has finished. */
  public LeadStage stage() {
    return given.stage();
  }

  /** Returns what the agent was set up with; empty if with nothing. */
  public String settings() {
    return given.settings();
  }

  @Override
  public String toString() {
    return id + " v" + version;
  }
}
