package dev.prospector.pipeline;

import dev.prospector.event.EventSink;
import dev.prospector.event.RunId;
import dev.prospector.lead.Lead;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Starts runs. Most hosts use {@link dev.prospector.Prospector}, which sets one up.
 *
 * <p>Safe for several threads.
 */
public final class Engine {

  private final RunExecution.Engine shared;
  private final Supplier<RunId> ids;

  /**
   * Creates an engine.
   *
   * @param ports everything outside
   * @param clock tells the time of events and results
   * @param ids draws the id of a run for which none was chosen
   * @param sinks receive every event, in the order given
   */
  public Engine(Ports ports, Clock clock, Supplier<RunId> ids, List<EventSink> sinks) {
    this.shared = new RunExecution.Engine(ports, clock, List.copyOf(sinks), this::start);
    this.ids = ids;
  }

  /**
   * Starts a run, which takes leads as it needs them.
   *
   * @param leads taken by one thread of the run; read to its end unless the run ends before
   */
  public Run start(Pipeline pipeline, Iterator<Lead> leads, RunOptions options) {
    RunId id = options.id().orElseGet(ids);
    return new RunExecution(shared, pipeline, options, id).begin(leads);
  }
}
