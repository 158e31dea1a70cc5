package dev.prospector;

import dev.prospector.budget.Budget;
import dev.prospector.budget.Forecast;
import dev.prospector.budget.Limits;
import dev.prospector.context.BusinessContext;
import dev.prospector.engine.internal.CheckIdentities;
import dev.prospector.engine.internal.Engine;
import dev.prospector.engine.internal.workplace.Ports;
import dev.prospector.error.ConfigurationException;
import dev.prospector.event.EventSink;
import dev.prospector.event.RunId;
import dev.prospector.evidence.ConfidencePolicy;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Models;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.privacy.Redaction;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.run.Dispatcher;
import dev.prospector.run.Health;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunQueue;
import dev.prospector.run.Threads;
import dev.prospector.store.ContextStore;
import dev.prospector.store.Journal;
import dev.prospector.store.LeadStore;
import dev.prospector.store.QueueLimits;
import dev.prospector.store.RunStore;
import dev.prospector.verification.EmailVerifier;
import dev.prospector.verification.PhoneVerifier;
import dev.prospector.web.PageSource;
import dev.prospector.web.WebSearch;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Researches, qualifies and argues leads. Made once, used for any number of runs, and closed when
 * its host ends.
 *
 * <p>Safe for several threads.
 */
public final class Prospector implements AutoCloseable {

  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(30);

  private final Engine engine;
  private final CheckLimits check;
  private final RunOptions options;

  private Prospector(Engine engine, CheckLimits check, RunOptions options) {
    this.engine = engine;
    this.check = check;
    this.options = options;
  }

  /** Returns a builder; without further settings everything runs on rules and in memory. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a run over the given leads, with the options of the builder. */
  public Run start(Pipeline pipeline, Collection<Lead> leads) {
    return start(pipeline, leads.iterator(), options.withExpectedLeads(leads.size()));
  }

  /**
   * Starts a run, which takes leads as it needs them. Where runs are stored and the options name
   * one that is there, goes on with it: then the same leads are given again.
   *
   * @param leads taken by one thread of the run
   * @throws dev.prospector.error.RunException if this Prospector is closed, or the options name a
   *     stored run of another pipeline or of a list that begins with other leads
   * @throws ConfigurationException if the store cannot keep what the pipeline writes
   */
  public Run start(Pipeline pipeline, Iterator<Lead> leads, RunOptions options) {
    check.require(options);
    return engine.start(pipeline, leads, options);
  }

  /**
   * Returns what a run over so many leads is going to use of the model: no calls where there is
   * none.
   *
   * @param leads 0 or more
   */
  public Forecast forecast(Pipeline pipeline, long leads) {
    return engine.forecast(pipeline, leads);
  }

  /**
   * Resumes a stored run, started by any process, with the options of the builder.
   *
   * @see #resume(RunId, Pipeline, RunOptions)
   */
  public Run resume(RunId run, Pipeline pipeline) {
    return resume(run, pipeline, options);
  }

  /**
   * Resumes a stored run, started by any process: nothing that is finished is executed again. A run
   * that has ended only hands out its results.
   *
   * @throws dev.prospector.error.RunException if there is no such run, it has another pipeline, or
   *     its input was not accepted to its end: then start it again under its id, with its input
   * @throws ConfigurationException if runs are not stored
   */
  public Run resume(RunId run, Pipeline pipeline, RunOptions options) {
    check.require(options);
    return engine.resume(run, pipeline, options);
  }

  /**
   * Takes part in the work on stored runs that other processes start: on those of the given
   * pipelines, as the dispatcher hands their leads out.
   *
   * @param options how each run is worked on here; its id, notes and number of leads do not matter
   * @return what ends it: takes no more leads, and waits for those in flight
   * @throws ConfigurationException if runs are not stored, or there is no dispatcher
   */
  public Dispatcher.Serving join(Collection<Pipeline> pipelines, RunOptions options) {
    check.require(options);
    return engine.join(pipelines, options);
  }

  /**
   * Opens the queue of runs of the run store, which begins at once to take runs of the given
   * pipelines: those that dead processes left, then those whose turn it is.
   *
   * @param options how each run is worked on here; what a run is comes with {@link RunQueue#submit}
   * @throws ConfigurationException if runs are not stored
   */
  public RunQueue queue(Collection<Pipeline> pipelines, QueueLimits limits, RunOptions options) {
    return engine.queue(pipelines, limits, options, check::require);
  }

  /** Returns the runs on which this Prospector works at present, in the order they began here. */
  public List<Run> active() {
    return engine.active();
  }

  /** Returns whether store and dispatcher can be reached; asks them. */
  public Health health() {
    return engine.health();
  }

  /**
   * Returns a sentence for each thing that is set here and that no agent of a pipeline uses, such
   * as a model where no agent asks one. The first run of a pipeline also writes them to the log.
   */
  public List<String> unused(Pipeline pipeline) {
    return engine.unused(pipeline);
  }

  /** Closes as {@link #close(Duration)} does, within 30 seconds. */
  @Override
  public void close() {
    close(LONGEST_CLOSE);
  }

  /**
   * Takes no more runs and no more leads, lets each lead in flight go on to the end of the steps
   * that run, and gives the rest back: stored runs go on wherever they are resumed or joined,
   * others end as stopped. Store, model and executor are the host's, and stay open. May be called
   * again.
   *
   * @param longest how long to wait for steps that run; they are interrupted then, as is a list of
   *     leads that waits, which holds this up for five seconds more at most
   */
  public void close(Duration longest) {
    engine.close(longest);
  }

  /** Collects what a Prospector works with. Confined to one thread. */
  public static final class Builder {

    private BusinessContext context = BusinessContext.empty();
    private final GivenSources sources = new GivenSources();
    private ConfidencePolicy confidence = ConfidencePolicy.standard();
    private Clock clock = Clock.systemUTC();
    private Threads threads = Threads.platform();
    private RunOptions options = RunOptions.defaults();
    private Supplier<RunId> ids = () -> RunId.of(UUID.randomUUID().toString());
    private final List<EventSink> sinks = new ArrayList<>();
    private final GivenStorage storage = new GivenStorage();
    private @Nullable Dispatcher dispatcher;
    private Models models = Models.none();
    private Redaction redaction = Redaction.standard();
    private DoubleSupplier chance = new SecureRandom()::nextDouble;
    private final GivenLimits limits = new GivenLimits();

    private Builder() {}

    /**
     * Sets what the host sells and to whom, for runs of which neither the options nor {@link
     * #contexts} say it; nothing unless set.
     */
    public Builder businessContext(BusinessContext value) {
      context = value;
      return this;
    }

    /** Sets where what each tenant sells is kept: runs take the newest; nowhere unless set. */
    public Builder contexts(ContextStore value) {
      storage.contexts = value;
      return this;
    }

    /**
     * Sets limits by tenant beside those of the budget; none unless set. It is asked at each
     * reservation, by several threads, and answers at once.
     */
    public Builder limits(Function<Tenant, Limits> value) {
      limits.tenants = value;
      return this;
    }

    /** Sets where pages come from; there are none unless set. */
    public Builder pages(PageSource value) {
      sources.pages = value;
      return this;
    }

    /** Sets an official register of companies; there is none unless set. */
    public Builder registry(CompanyRegistry value) {
      sources.registry = value;
      return this;
    }

    /** Sets a search of the web; there is none unless set. */
    public Builder search(WebSearch value) {
      sources.search = value;
      return this;
    }

    /** Sets what verifies e-mail addresses; none is verified unless set. */
    public Builder emailVerifier(EmailVerifier value) {
      sources.emails = value;
      return this;
    }

    /** Sets what verifies telephone numbers; none is verified unless set. */
    public Builder phoneVerifier(PhoneVerifier value) {
      sources.phones = value;
      return this;
    }

    /** Sets where results of steps are kept; the latest 10,000 are kept in memory unless set. */
    public Builder journal(Journal value) {
      storage.journal = value;
      return this;
    }

    /** Sets where leads and dossiers are kept; they are only handed out unless set. */
    public Builder leads(LeadStore value) {
      storage.leads = value;
      return this;
    }

    /** Sets where runs survive their process, with its journal and leads; nowhere unless set. */
    public Builder runs(RunStore value) {
      storage.runs = value;
      return this;
    }

    /** Sets what spreads the leads of stored runs over processes; none unless set. */
    public Builder dispatcher(Dispatcher value) {
      dispatcher = value;
      return this;
    }

    /** Sets the companies and people that must not be approached; empty unless set. */
    public Builder suppression(SuppressionList value) {
      storage.suppression = value;
      return this;
    }

    /** Sets a language model on top of the rules, as {@link #models} does. */
    public Builder model(LanguageModel value, Budget limit) {
      return models(Models.of(value), limit);
    }

    /**
     * Sets language models on top of the rules, by role or agent and with fallbacks, and what may
     * be spent on all of them.
     *
     * @param limit {@link Budget#unlimited()} only if that is meant
     */
    public Builder models(Models value, Budget limit) {
      models = value;
      limits.ofModel = limit;
      return this;
    }

    /** Sets what personal data models are not told; {@link Redaction#standard()} unless set. */
    public Builder redaction(Redaction value) {
      redaction = value;
      return this;
    }

    /** Sets how chance is drawn, from 0 to below 1, which parts repetitions; random unless set. */
    public Builder chance(DoubleSupplier value) {
      chance = value;
      return this;
    }

    /**
     * Sets what may be spent, and on how many leads may be worked; unlimited unless set, here or
     * with a model: one of both.
     */
    public Builder budget(Budget value) {
      limits.budget = value;
      return this;
    }

    /** Adds a receiver of events. */
    public Builder sink(EventSink value) {
      sinks.add(value);
      return this;
    }

    /** Sets how confidence is computed; {@link ConfidencePolicy#standard()} unless set. */
    public Builder confidence(ConfidencePolicy value) {
      confidence = value;
      return this;
    }

    /** Sets the clock; the system's in UTC unless set. */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /** Sets where work is done; {@link Threads#platform()} unless set. */
    public Builder threads(Threads value) {
      threads = value;
      return this;
    }

    /** Sets the options of runs started without any; {@link RunOptions#defaults()} unless set. */
    public Builder options(RunOptions value) {
      options = value;
      return this;
    }

    /** Sets how ids of runs are drawn; at random unless set. */
    public Builder ids(Supplier<RunId> value) {
      ids = value;
      return this;
    }

    /**
     * Returns the Prospector.
     *
     * @throws ConfigurationException with every problem at once
     */
    public Prospector build() {
      List<String> problems = new ArrayList<>();
      problems.addAll(CheckModels.problems(models, limits.given()));
      problems.addAll(storage.problems(dispatcher != null));
      problems.addAll(limits.problems(storage.runs));
      if (options.id().isPresent()) {
        problems.add(
            "the options of all runs name run '" + options.id().get() + "': leave its id out");
      }
      problems.addAll(CheckIdentities.problems(ports()));
      if (!problems.isEmpty()) {
        throw new ConfigurationException("Prospector", problems);
      }
      Engine.Place place =
          new Engine.Place(clock, threads, chance, Optional.ofNullable(dispatcher));
      CheckLimits check = limits.check(models, storage.runs);
      return new Prospector(new Engine(ports(), place, ids, sinks), check, options);
    }

    private Ports ports() {
      return new Ports(
          context,
          sources.all(),
          storage.ports(),
          new Ports.Spending(models, limits.budget(), limits.tenants, redaction),
          confidence);
    }
  }
}
