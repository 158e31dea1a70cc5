package dev.prospector.engine.internal;

import dev.prospector.budget.Forecast;
import dev.prospector.dossier.Section;
import dev.prospector.engine.internal.limit.SharedUse;
import dev.prospector.engine.internal.passing.EventStream;
import dev.prospector.engine.internal.passing.RunExecution;
import dev.prospector.engine.internal.queue.WorkQueue;
import dev.prospector.engine.internal.step.ForeseeUsage;
import dev.prospector.engine.internal.stored.Member;
import dev.prospector.engine.internal.stored.SameInput;
import dev.prospector.engine.internal.stored.StoredRunExecution;
import dev.prospector.engine.internal.workplace.Ports;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.PortException;
import dev.prospector.error.RunException;
import dev.prospector.event.EventSink;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Lead;
import dev.prospector.memory.InMemorySharedLimits;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Dispatcher;
import dev.prospector.run.Health;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunQueue;
import dev.prospector.run.Threads;
import dev.prospector.store.QueueLimits;
import dev.prospector.store.RunStore;
import dev.prospector.store.SharedLimits;
import dev.prospector.store.StoredRun;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts runs. Most hosts use {@link dev.prospector.Prospector}, which sets one up.
 *
 * <p>Safe for several threads.
 */
public final class Engine {

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private final Workplace.Outside outside;
  private final Optional<Dispatcher> dispatcher;
  private final Supplier<RunId> ids;
  private final List<EventSink> sinks;
  private final ActiveRuns active = new ActiveRuns();
  private final Queue<WorkQueue> queues = new ConcurrentLinkedQueue<>();
  private final Set<String> toldUnused = ConcurrentHashMap.newKeySet();

  /**
   * Creates an engine.
   *
   * @param ports everything outside
   * @param place where and when work is done
   * @param ids draws the id of a run for which none was chosen
   * @param sinks receive every event, in the order given
   */
  public Engine(Ports ports, Place place, Supplier<RunId> ids, List<EventSink> sinks) {
    SharedLimits limits =
        ports
            .storage()
            .runs()
            .map(RunStore::limits)
            .orElseGet(() -> new InMemorySharedLimits(place.clock()));
    SharedUse shared = new SharedUse(limits, place.clock(), place.threads());
    this.outside =
        new Workplace.Outside(ports, place.clock(), place.threads(), place.chance(), shared);
    this.dispatcher = place.dispatcher();
    this.sinks = List.copyOf(sinks);
    this.ids = ids;
  }

  /**
   * Where and when work is done.
   *
   * @param clock tells the time of events and results
   * @param threads of this process
   * @param chance draws numbers from 0 to below 1
   * @param dispatcher spreads the leads of stored runs over processes; empty if each process works
   *     on the runs that it starts
   */
  public record Place(
      Clock clock, Threads threads, DoubleSupplier chance, Optional<Dispatcher> dispatcher) {}

  /**
   * Starts a run, which takes leads as it needs them; or goes on with the stored run of the same
   * id, to which the same leads are given again.
   *
   * @param leads taken by one thread of the run; read to its end unless the run ends before
   * @throws RunException if a run of that id is stored, with another pipeline or other first leads,
   *     or this engine is closed
   * @throws ConfigurationException if the store cannot keep what the pipeline writes
   */
  public Run start(Pipeline pipeline, Iterator<Lead> leads, RunOptions options) {
    check(pipeline);
    return begin(pipeline, leads, SettleTerms.of(options, ids, pipeline, outside.ports()));
  }

  /** Begins a run whose id and terms are settled. */
  private Run begin(Pipeline pipeline, Iterator<Lead> leads, RunOptions options) {
    RunId id = options.id().orElseThrow();
    Optional<RunStore> runs = outside.ports().storage().runs();
    if (runs.isPresent()) {
      StoredRun opened =
          runs.get().open(options.tenant(), id, pipeline.name(), options.notes(), options.terms());
      Iterator<Lead> same = SameInput.check(runs.get(), options.tenant(), opened, leads);
      Optional<Iterator<Lead>> input =
          opened.leads().complete() ? Optional.empty() : Optional.of(same);
      return goOn(runs.get(), opened, pipeline, options).begin(input, sinks);
    }
    Workplace run = new Workplace(outside, pipeline, options, id, outside.clock().instant());
    EventStream events = new EventStream(options.tenant(), id, outside.clock(), sinks);
    return active.add(new RunExecution(run, events, this::start)).begin(leads);
  }

  /** What would go wrong after calls were paid for is said before. */
  private void check(Pipeline pipeline) {
    active.checkOpen();
    List<String> unknown = new ArrayList<>();
    Ports.Storage storage = outside.ports().storage();
    List<Section<?>> written = pipeline.sections();
    storage.journal().unknown(written).forEach(s -> unknown.add(unknown("journal", s)));
    storage
        .leads()
        .ifPresent(l -> l.unknown(written).forEach(s -> unknown.add(unknown("lead store", s))));
    if (!unknown.isEmpty()) {
      throw new ConfigurationException("a run of pipeline '" + pipeline.name() + "'", unknown);
    }
    if (toldUnused.add(pipeline.name())) {
      unused(pipeline).forEach(sentence -> LOG.warn("{}", sentence));
    }
  }

  private static String unknown(String port, Section<?> section) {
    return "the " + port + " was not told of section '" + section + "': give it when it is opened";
  }

  /** Returns a sentence for each port that is set and that no agent of a pipeline uses. */
  public List<String> unused(Pipeline pipeline) {
    return UnusedPorts.of(pipeline, outside.ports());
  }

  /** Returns the runs on which this engine works at present. */
  public List<Run> active() {
    return active.all();
  }

  /** Returns whether store and dispatcher can be reached. */
  public Health health() {
    return new Health(
        List.of(
            part("store", outside.ports().storage().runs().map(store -> store::check)),
            part("dispatcher", dispatcher.map(d -> d::check))));
  }

  private static Health.Part part(String name, Optional<Runnable> check) {
    if (check.isEmpty()) {
      return new Health.Part(name, Health.State.NOT_CONFIGURED, "");
    }
    try {
      check.get().run();
      return new Health.Part(name, Health.State.UP, "");
    } catch (PortException e) {
      return new Health.Part(name, Health.State.DOWN, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Takes no more runs and leads, and lets steps that run end; what has not ended is given back.
   *
   * @param longest how long to wait for steps, which are interrupted then
   */
  public void close(Duration longest) {
    queues.forEach(WorkQueue::stopTaking);
    active.close(longest, outside.threads());
    queues.forEach(WorkQueue::leaveAll);
  }

  /**
   * Returns what a run over so many leads is going to use of the model.
   *
   * @param leads 0 or more
   */
  public Forecast forecast(Pipeline pipeline, long leads) {
    return ForeseeUsage.of(pipeline.plan(), outside.ports().spending().models(), leads);
  }

  /**
   * Resumes a stored run, started by any process. Of a run that ended only the results are handed
   * out.
   *
   * @throws RunException if there is no such run, it has another pipeline, or its input was not
   *     accepted to its end: then it is started again, under its id and with its input
   * @throws ConfigurationException if runs are not stored
   */
  public Run resume(RunId id, Pipeline pipeline, RunOptions options) {
    check(pipeline);
    RunStore runs = runStore();
    StoredRun run =
        runs.find(options.tenant(), id)
            .orElseThrow(() -> new RunException("there is no run " + id + " in the store"));
    if (!run.leads().complete() && run.state() != RunState.CANCELLED) {
      throw new RunException(
          "run "
              + id
              + " has only "
              + run.leads().accepted()
              + " leads of its input: start it again under this id, with the same input");
    }
    StoredRun opened = runs.open(options.tenant(), id, pipeline.name(), run.notes());
    return goOn(runs, opened, pipeline, options).begin(Optional.empty(), sinks);
  }

  private StoredRunExecution goOn(
      RunStore runs, StoredRun opened, Pipeline pipeline, RunOptions options) {
    boolean over = opened.state() == RunState.COMPLETED || opened.state() == RunState.CANCELLED;
    StoredRun now = over ? opened : runs.steer(options.tenant(), opened.id(), RunState.RUNNING);
    return execution(runs, now, pipeline, options);
  }

  private StoredRunExecution execution(
      RunStore runs, StoredRun stored, Pipeline pipeline, RunOptions options) {
    Workplace run =
        new Workplace(
            outside,
            pipeline,
            options.withTerms(stored.terms()),
            stored.id(),
            stored.times().started());
    return active.add(new StoredRunExecution(run, runs, stored, dispatcher, this::resume));
  }

  /**
   * Takes part in the work on stored runs that any process started: those of the given pipelines.
   *
   * @param options how each run is worked on here; its id, notes and number of leads do not matter
   * @return what ends it: takes no more leads, and waits for those in flight
   * @throws ConfigurationException if runs are not stored, or there is no dispatcher
   */
  public Dispatcher.Serving join(Collection<Pipeline> pipelines, RunOptions options) {
    RunStore runs = runStore();
    Dispatcher work =
        dispatcher.orElseThrow(
            () -> new ConfigurationException("Prospector", List.of("there is no dispatcher")));
    pipelines.forEach(this::check);
    Member member =
        new Member(
            runs,
            named(pipelines),
            (tenant, run, pipeline) ->
                execution(runs, run, pipeline, options.withTenant(tenant)).open());
    Dispatcher.Serving serving = work.serve(member);
    return active.add(member, serving);
  }

  /**
   * Opens a queue of runs, which begins at once to take those of the given pipelines.
   *
   * @param options how each run is worked on here; its id, terms and notes do not matter
   * @param check refuses the terms of a run that cannot hold
   * @throws ConfigurationException if runs are not stored
   */
  public RunQueue queue(
      Collection<Pipeline> pipelines,
      QueueLimits limits,
      RunOptions options,
      Consumer<RunOptions> check) {
    RunStore runs = runStore();
    pipelines.forEach(this::check);
    WorkQueue.Settling settling =
        (pipeline, given) -> {
          check(pipeline);
          check.accept(given);
          return SettleTerms.of(given, ids, pipeline, outside.ports());
        };
    WorkQueue.Opening opening =
        (taken, pipeline) ->
            execution(runs, taken.run(), pipeline, options.withTenant(taken.tenant()).forEffects())
                .begin(Optional.empty(), sinks, taken.anew() ? 0 : taken.run().lastEvent());
    WorkQueue queue =
        new WorkQueue(
            runs,
            named(pipelines),
            limits,
            new WorkQueue.Place(outside.clock(), outside.threads(), settling, opening));
    queues.add(queue);
    return queue;
  }

  private static Map<String, Pipeline> named(Collection<Pipeline> pipelines) {
    return pipelines.stream().collect(Collectors.toMap(Pipeline::name, Function.identity()));
  }

  private RunStore runStore() {
    return outside
        .ports()
        .storage()
        .runs()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "Prospector", List.of("runs are not stored: give the builder a run store")));
  }
}
