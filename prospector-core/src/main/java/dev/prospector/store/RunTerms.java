package dev.prospector.store;

import dev.prospector.budget.Limits;
import dev.prospector.context.BusinessContext;
import dev.prospector.lookup.Freshness;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The terms of a run: what its results depend on beside its pipeline and its leads, what it may
 * spend, and by whom and under which title it was begun. They are fixed when it begins, and kept
 * with it, so that it goes on by the same terms wherever and whenever it is resumed or joined.
 *
 * @param asOf the time that is "now" for agents; the start of the run if empty
 * @param freshness how old answers of sources may be that were asked before the run
 * @param context what the host sells and to whom; empty before the run begins, if it is to be the
 *     newest of its tenant
 * @param limits that hold for this run beside those of the budget and of the tenant
 * @param agents which agents are left out, and which do their work again
 * @param label what people call it
 */
public record RunTerms(
    Optional<Instant> asOf,
    Freshness freshness,
    Optional<BusinessContext> context,
    Limits limits,
    Agents agents,
    Label label) {

  /** The terms of a run for which none were set. */
  public static final RunTerms DEFAULTS =
      new RunTerms(
          Optional.empty(),
          Freshness.defaults(),
          Optional.empty(),
          Limits.unlimited(),
          Agents.ALL,
          Label.NONE);

  /** Checks what is required. */
  public RunTerms {
    Objects.requireNonNull(asOf);
    Objects.requireNonNull(freshness);
    Objects.requireNonNull(context);
    Objects.requireNonNull(limits);
    Objects.requireNonNull(agents);
    Objects.requireNonNull(label);
  }

  /**
   * Which agents of the pipeline work in a run.
   *
   * @param without ids of those that are left out
   * @param redo ids of those whose earlier results do not count: they and what depends on them run
   *     again
   * @param salt tells the results of those apart from earlier ones; empty before the run begins
   * @param joint whether those are asked in one request that the pipeline asks together
   */
  public record Agents(List<String> without, List<String> redo, String salt, boolean joint) {

    /** All of them work, and earlier results count. */
    public static final Agents ALL = new Agents(List.of(), List.of(), "", true);

    /** Fixes the lists. */
    public Agents {
      without = List.copyOf(without);
      redo = List.copyOf(redo);
      Objects.requireNonNull(salt);
    }

    /** Returns this without other agents. */
    public Agents leavingOut(List<String> ids) {
      return new Agents(ids, redo, salt, joint);
    }

    /** Returns this for other agents to work again, from a beginning that has no salt yet. */
    public Agents redoing(List<String> ids) {
      return new Agents(without, ids, "", joint);
    }

    /** Returns this for every agent to be asked by itself. */
    public Agents apart() {
      return new Agents(without, redo, salt, false);
    }
  }

  /**
   * What people call a run.
   *
   * @param title in words of the host's; empty if there is none
   * @param person who began it, as the host names people; empty if nobody is named
   */
  public record Label(String title, String person) {

    /** Nothing is said. */
    public static final Label NONE = new Label("", "");

    /** Checks what is required. */
    public Label {
      Objects.requireNonNull(title);
      Objects.requireNonNull(person);
    }
  }

  /** Returns these terms with the time that is "now" for agents. */
  public RunTerms withAsOf(Instant time) {
    return new RunTerms(Optional.of(time), freshness, context, limits, agents, label);
  }

  /** Returns these terms with how old answers may be. */
  public RunTerms withFreshness(Freshness changed) {
    return new RunTerms(asOf, changed, context, limits, agents, label);
  }

  /** Returns these terms with what the host sells. */
  public RunTerms withContext(BusinessContext sold) {
    return new RunTerms(asOf, freshness, Optional.of(sold), limits, agents, label);
  }

  /** Returns these terms with limits of the run. */
  public RunTerms withLimits(Limits most) {
    return new RunTerms(asOf, freshness, context, most, agents, label);
  }

  /** Returns these terms with which agents work. */
  public RunTerms withAgents(Agents working) {
    return new RunTerms(asOf, freshness, context, limits, working, label);
  }

  /** Returns these terms with what people call the run. */
  public RunTerms withLabel(Label called) {
    return new RunTerms(asOf, freshness, context, limits, agents, called);
  }
}
