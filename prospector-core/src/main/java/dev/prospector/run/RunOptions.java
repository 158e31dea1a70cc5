package dev.prospector.run;

import dev.prospector.agent.Resource;
import dev.prospector.budget.Limits;
import dev.prospector.context.BusinessContext;
import dev.prospector.error.ConfigurationException;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.lookup.Freshness;
import dev.prospector.lookup.SourceKind;
import dev.prospector.money.Money;
import dev.prospector.store.RunTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a run is made. Start from {@link #defaults()}.
 *
 * <p>Immutable.
 */
public final class RunOptions {

  private static final RunOptions DEFAULTS = new RunOptions(new Draft());

  private final Draft values;

  /** The one mutable form, copied for each change and never handed out. */
  private static final class Draft implements Cloneable {
    private Tenant tenant = Tenant.DEFAULT;
    private @Nullable RunId id;
    private int concurrency = 16;
    private long expectedLeads = -1;
    private Map<String, String> notes = Map.of();
    private RunTerms terms = RunTerms.DEFAULTS;
    private Duration stepTimeout = Duration.ofMinutes(2);
    private Duration leadTimeout = Duration.ofMinutes(10);
    private Duration runTimeout = Duration.ofDays(365);
    private RetryPolicy retry = RetryPolicy.defaults();
    private @Nullable Money mostPerLead;
    private WhenSpent whenSpent = WhenSpent.RULES;
    private Duration whileDown = Duration.ZERO;
    private boolean forEffects;
    private Map<Resource, Integer> limits = Map.of();
    private Map<Resource, Integer> sharedLimits = Map.of();
    private Map<Resource, Duration> sharedPaces = Map.of();

    private Draft copy() {
      try {
        return (Draft) clone();
      } catch (CloneNotSupportedException e) {
        throw new AssertionError("this class is cloneable", e);
      }
    }
  }

  private RunOptions(Draft values) {
    this.values = values;
  }

  /**
   * Returns the defaults: 16 leads at a time, no limit per resource beyond that, three tries, two
   * minutes for a step, ten for a lead, none for the run.
   */
  public static RunOptions defaults() {
    return DEFAULTS;
  }

  /** Returns these options for a tenant. */
  public RunOptions withTenant(Tenant tenant) {
    return with(d -> d.tenant = Objects.requireNonNull(tenant));
  }

  /** Returns these options with a chosen id for the run; one is drawn otherwise. */
  public RunOptions withId(RunId id) {
    return with(d -> d.id = Objects.requireNonNull(id));
  }

  /**
   * Returns these options with so many leads worked on at a time.
   *
   * @param leads 1 to 100,000
   */
  public RunOptions withConcurrency(int leads) {
    if (leads < 1 || leads > 100_000) {
      throw new ConfigurationException(
          "RunOptions", List.of("1 to 100,000 leads at a time, not " + leads));
    }
    return with(d -> d.concurrency = leads);
  }

  /**
   * Returns these options for a run whose results are not consumed, since what it stores and emits
   * is enough: it has no backpressure from a consumer, and {@link Run#results()} is refused.
   */
  public RunOptions forEffects() {
    return with(d -> d.forEffects = true);
  }

  /** Returns these options with the number of leads to expect, for estimates of the time left. */
  public RunOptions withExpectedLeads(long leads) {
    return with(d -> d.expectedLeads = leads);
  }

  /**
   * Returns these options with what is to be found again with a stored run, such as where its input
   * lies; no personal data.
   */
  public RunOptions withNotes(Map<String, String> notes) {
    return with(d -> d.notes = Map.copyOf(notes));
  }

  /**
   * Returns these options with the time that is "now" for agents, against which ages count; the
   * start of the run otherwise. It is kept with a stored run and used when the run is resumed.
   */
  public RunOptions withAsOf(Instant time) {
    return withTerms(values.terms.withAsOf(time));
  }

  /**
   * Returns these options with how old an answer of a source may be that was given before the run
   * began. It is kept with a stored run and used when the run is resumed.
   *
   * @param atMost zero if the run is to repeat every look-up that was made before it
   */
  public RunOptions withFreshness(SourceKind kind, Duration atMost) {
    Freshness changed = values.terms.freshness().with(kind, atMost);
    return withTerms(values.terms.withFreshness(changed));
  }

  /**
   * Returns these options with what the host sells and to whom. Otherwise it is the newest of the
   * {@link dev.prospector.store.ContextStore} for the tenant, else the Prospector's. It is kept
   * with a stored run: whoever resumes or joins it goes on with that.
   */
  public RunOptions withContext(BusinessContext context) {
    return withTerms(values.terms.withContext(context));
  }

  /**
   * Returns these options with limits that hold for the run beside those of the budget and of the
   * tenant, all reserved together. They are kept with a stored run.
   */
  public RunOptions withLimits(Limits limits) {
    return withTerms(values.terms.withLimits(limits));
  }

  /**
   * Returns these options without some agents of the pipeline, by id; agents that need what one of
   * them writes must be left out as well. They are kept with a stored run.
   */
  public RunOptions without(String... agents) {
    return withTerms(values.terms.withAgents(values.terms.agents().leavingOut(List.of(agents))));
  }

  /**
   * Returns these options with agents whose earlier results do not count: they run again, and so
   * does what depends on them; all else is reused. Their ids are kept with a stored run, which does
   * that once, however often it is resumed.
   */
  public RunOptions redoing(String... agents) {
    return withTerms(values.terms.withAgents(values.terms.agents().redoing(List.of(agents))));
  }

  /** Returns these options to ask every agent by itself; kept with a stored run. */
  public RunOptions withoutJoining() {
    return withTerms(values.terms.withAgents(values.terms.agents().apart()));
  }

  /**
   * Returns these options with what people call the run. It is kept with a stored run.
   *
   * @param title in words of the host's, without personal data; empty for none
   * @param person who begins it, as the host names people; empty for nobody
   */
  public RunOptions withLabel(String title, String person) {
    return withTerms(values.terms.withLabel(new RunTerms.Label(title, person)));
  }

  /** Returns these options with other terms, such as those of a stored run. */
  public RunOptions withTerms(RunTerms terms) {
    return with(d -> d.terms = Objects.requireNonNull(terms));
  }

  /**
   * Returns these options with the longest time for one step, all its tries together. It stands
   * still while the run is paused. A source that takes longer than that ends as failed, and the
   * step has a quarter more to end with what it knows.
   */
  public RunOptions withStepTimeout(Duration longest) {
    return with(d -> d.stepTimeout = positive(longest));
  }

  /**
   * Returns these options with the longest time for one lead. It stands still while the run is
   * paused.
   */
  public RunOptions withLeadTimeout(Duration longest) {
    return with(d -> d.leadTimeout = positive(longest));
  }

  /** Returns these options with the longest time for the whole run, pauses included. */
  public RunOptions withRunTimeout(Duration longest) {
    return with(d -> d.runTimeout = positive(longest));
  }

  /** Returns these options with another way of repeating failed tries. */
  public RunOptions withRetry(RetryPolicy retry) {
    return with(d -> d.retry = Objects.requireNonNull(retry));
  }

  /** What becomes of a run whose budget refuses a call. */
  public enum WhenSpent {
    /** It goes on by rules. */
    RULES,
    /** It takes no new lead; those in flight go on by rules. */
    STOP
  }

  /** Returns these options with the most money for one lead; what is more is done by rules. */
  public RunOptions withMostPerLead(Money most) {
    return with(d -> d.mostPerLead = Objects.requireNonNull(most));
  }

  /** Returns these options with what to do when a budget refuses a call; rules go on otherwise. */
  public RunOptions withWhenSpent(WhenSpent what) {
    return with(d -> d.whenSpent = Objects.requireNonNull(what));
  }

  /**
   * Returns these options with how long a call waits for a provider that is down, while the time of
   * its step and lead stands still. Rules take its place at once otherwise.
   *
   * @param longest not negative; zero for at once
   */
  public RunOptions withWaitWhileDown(Duration longest) {
    if (longest.isNegative()) {
      throw new IllegalArgumentException("a time to wait is not negative: " + longest);
    }
    return with(d -> d.whileDown = longest);
  }

  /**
   * Returns these options with a limit on the steps that use a resource at a time.
   *
   * @param steps at least 1
   */
  public RunOptions withLimit(Resource resource, int steps) {
    return with(d -> d.limits = with(values.limits, resource, atLeastOne(steps)));
  }

  /**
   * Returns these options with a limit on the steps that use a resource at a time in all runs of
   * the tenant together, in whichever processes over one store.
   *
   * @param steps at least 1; the same for all of them
   */
  public RunOptions withSharedLimit(Resource resource, int steps) {
    return with(d -> d.sharedLimits = with(values.sharedLimits, resource, atLeastOne(steps)));
  }

  /**
   * Returns these options with a limit on the steps that begin to use a resource in a time, in all
   * runs of the tenant together, in whichever processes over one store. They are spread evenly.
   *
   * @param steps at least 1
   * @param time in which so many may begin, above zero
   */
  public RunOptions withSharedRate(Resource resource, int steps, Duration time) {
    Draft changed = values.copy();
    Duration apart = positive(time).dividedBy(atLeastOne(steps));
    changed.sharedPaces = with(values.sharedPaces, resource, apart);
    return new RunOptions(changed);
  }

  private RunOptions with(Consumer<Draft> change) {
    Draft changed = values.copy();
    change.accept(changed);
    return new RunOptions(changed);
  }

  private static <V> Map<Resource, V> with(Map<Resource, V> some, Resource resource, V value) {
    Map<Resource, V> all = new EnumMap<>(Resource.class);
    all.putAll(some);
    all.put(resource, value);
    return Collections.unmodifiableMap(all);
  }

  private static int atLeastOne(int steps) {
    if (steps < 1) {
      throw new ConfigurationException(
          "RunOptions", List.of("a limit is at least 1, not " + steps));
    }
    return steps;
  }

  private static Duration positive(Duration longest) {
    if (longest.isZero() || longest.isNegative()) {
      throw new ConfigurationException(
          "RunOptions", List.of("a time limit is positive, not " + longest));
    }
    return longest;
  }

  /** Returns the tenant for which the run is made. */
  public Tenant tenant() {
    return values.tenant;
  }

  /** Returns the id chosen for the run. */
  public Optional<RunId> id() {
    return Optional.ofNullable(values.id);
  }

  /** Returns how many leads are worked on at a time. */
  public int concurrency() {
    return values.concurrency;
  }

  /** Returns whether the results are not consumed. */
  public boolean isForEffects() {
    return values.forEffects;
  }

  /** Returns how many leads to expect. */
  public OptionalLong expectedLeads() {
    return values.expectedLeads < 0 ? OptionalLong.empty() : OptionalLong.of(values.expectedLeads);
  }

  /** Returns what is to be found again with a stored run. */
  public Map<String, String> notes() {
    return values.notes;
  }

  /** Returns what results depend on beside pipeline and leads; a stored run keeps its own. */
  public RunTerms terms() {
    return values.terms;
  }

  /** Returns the longest time for one step. */
  public Duration stepTimeout() {
    return values.stepTimeout;
  }

  /** Returns the longest time for one lead. */
  public Duration leadTimeout() {
    return values.leadTimeout;
  }

  /** Returns the longest time for the whole run. */
  public Duration runTimeout() {
    return values.runTimeout;
  }

  /** Returns how failed tries are repeated. */
  public RetryPolicy retry() {
    return values.retry;
  }

  /** Returns the most money for one lead, if it is limited. */
  public Optional<Money> mostPerLead() {
    return Optional.ofNullable(values.mostPerLead);
  }

  /** Returns what becomes of the run when a budget refuses a call. */
  public WhenSpent whenSpent() {
    return values.whenSpent;
  }

  /** Returns how long a call waits for a provider that is down. */
  public Duration whileDown() {
    return values.whileDown;
  }

  /** Returns how many steps may use a resource at a time. */
  public int limit(Resource resource) {
    return values.limits.getOrDefault(resource, Integer.MAX_VALUE);
  }

  /** Returns the most steps that use a resource at a time in all runs together, if limited. */
  public Optional<Integer> sharedLimit(Resource resource) {
    return Optional.ofNullable(values.sharedLimits.get(resource));
  }

  /** Returns how far apart steps begin to use a resource in all runs together, if limited. */
  public Optional<Duration> sharedPace(Resource resource) {
    return Optional.ofNullable(values.sharedPaces.get(resource));
  }
}
