package dev.prospector.pipeline;

import dev.prospector.agent.Agent;
import dev.prospector.dossier.Section;
import dev.prospector.error.ConfigurationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Agents that work together, ordered by nothing but what they read and write. Prints itself as text
 * and as a Mermaid diagram.
 *
 * <p>Immutable.
 */
public final class Pipeline {

  private final String name;
  private final Plan plan;

  private Pipeline(String name, Plan plan) {
    this.name = name;
    this.plan = plan;
  }

  /**
   * Returns a builder.
   *
   * @param name for people, events and the command line
   */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** Returns a builder that starts with this pipeline's agents and gates. */
  public Builder toBuilder(String newName) {
    Builder builder = new Builder(newName);
    builder.agents.addAll(plan.agents());
    builder.gates.addAll(plan.gates());
    builder.groups.addAll(plan.asked());
    return builder;
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the agents, each after those whose sections it reads. */
  public List<Agent<?>> agents() {
    return plan.agents();
  }

  /** Returns the sections that the agents write, in their order. */
  public List<Section<?>> sections() {
    return plan.steps().stream().<Section<?>>map(step -> step.spec().writes()).toList();
  }

  public Plan plan() {
    return plan;
  }

  /**
   * Returns this pipeline without some agents, under the same name. Gates on what they write go
   * with them.
   *
   * @param ids the agents' ids; none for this pipeline itself
   * @throws ConfigurationException if there is no such agent, or one that stays needs what one of
   *     them writes: it names all of them
   */
  public Pipeline without(Collection<String> ids) {
    return ids.isEmpty() ? this : LeaveOut.of(this, ids);
  }

  static Pipeline of(String name, Plan plan) {
    return new Pipeline(name, plan);
  }

  /** Returns the graph as lines of text: one agent a line, each after those it waits for. */
  public String toText() {
    return DrawPipeline.text(name, plan);
  }

  /** Returns the graph as a Mermaid flowchart (mermaid.js.org, syntax {@code flowchart TD}). */
  public String toMermaid() {
    return DrawPipeline.mermaid(plan);
  }

  @Override
  public String toString() {
    return "pipeline " + name;
  }

  /** Collects agents and gates. Confined to one thread. */
  public static final class Builder {

    private final String name;
    private final List<Agent<?>> agents = new ArrayList<>();
    private final List<Gate<?>> gates = new ArrayList<>();
    private final List<List<Section<?>>> groups = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
    }

    /** Adds agents; the order does not matter. */
    public Builder add(Agent<?>... more) {
      agents.addAll(Arrays.asList(more));
      return this;
    }

    /** Puts an agent in the place of the one that writes the same section. */
    public Builder replace(Agent<?> agent) {
      agents.removeIf(a -> a.spec().writes().equals(agent.spec().writes()));
      agents.add(agent);
      return this;
    }

    /** Adds gates. */
    public Builder gate(Gate<?>... more) {
      gates.addAll(Arrays.asList(more));
      return this;
    }

    /**
     * Asks for sections in one request: their writers' questions are put to the model together, in
     * this order, with their evidence once, and a later one may read an earlier one. Writers that
     * ask no model, and other agents between them, work by rules as soon as what they read is
     * there; writers that a gate skips drop out of the request. Where the model does not suffice
     * for so long a question or answer, it is asked in halves.
     */
    public Builder asking(Section<?>... sections) {
      groups.add(List.of(sections));
      return this;
    }

    /**
     * Returns the pipeline.
     *
     * @throws ConfigurationException with every problem at once: cycles, sections that are read and
     *     not written, sections with two writers, agents with one id, gates without a writer, and
     *     sections that cannot be asked for in one request: where one writer decides by a gate over
     *     another, where they need models for different roles, and where an agent between them asks
     *     outside
     */
    public Pipeline build() {
      CheckGraph check = new CheckGraph(agents, gates, groups);
      List<String> problems = check.problems();
      if (!problems.isEmpty()) {
        throw new ConfigurationException("pipeline '" + name + "'", problems);
      }
      return new Pipeline(name, Plan.of(check.ordered(), gates, groups));
    }
  }
}
