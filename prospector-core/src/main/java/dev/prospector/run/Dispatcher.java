package dev.prospector.run;

import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.RunStore;
import java.util.List;

/**
 * Decides in which process a lead of a stored run is worked on. It carries the work, never the
 * state: if it forgets a lead or delivers it twice, the {@link RunStore} still lets each lead be
 * held by one worker at a time and ends it once. Implementations are safe for several threads.
 */
public interface Dispatcher {

  /**
   * Has leads worked on, each by some worker of some process; returns when that survives this
   * process. Dispatching again what waits changes nothing, but that what was put off is asked for
   * at once; what runs is asked for once more afterwards, since it may wait again without its
   * worker having seen it.
   *
   * @throws dev.prospector.error.PortException if it cannot be reached; some may be dispatched
   */
  void dispatch(List<Assignment> leads);

  /**
   * Begins to take work in this process, on threads of the dispatcher.
   *
   * @return what ends it: takes no more, and waits for what runs
   */
  Serving serve(Worker worker);

  /**
   * Asks whether it can work, as for a health check; returns at once where that cannot be known.
   *
   * @throws dev.prospector.error.PortException if it cannot be reached
   */
  default void check() {}

  /**
   * One lead of a stored run.
   *
   * @param tenant whose run it is
   * @param run the run's id
   * @param position the lead's place in the input, from 0
   */
  record Assignment(Tenant tenant, RunId run, long position) {}

  /** Works on a lead. */
  @FunctionalInterface
  interface Worker {

    /**
     * Works on a lead until it has ended or cannot go on here.
     *
     * @return what to do with the assignment
     * @throws InterruptedException if told to end; the assignment stays, for somebody else
     */
    Answer work(Assignment lead) throws InterruptedException;

    /** What to do with an assignment. */
    enum Answer {
      /** There is nothing left to do: forget it. */
      DONE,
      /** Not now, since the run is paused or another worker holds the lead: ask again later. */
      LATER,
      /** Not here, since this process does not know the run's pipeline: somebody else may. */
      ELSEWHERE
    }
  }

  /** A process that takes work. */
  interface Serving extends AutoCloseable {

    /** Takes no more work, and waits for what runs. */
    @Override
    void close();
  }
}
