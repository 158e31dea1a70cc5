package dev.prospector.event;

/**
 * Receives the events of runs. Called for one event after the other, in the order of their numbers,
 * by threads of the engine: an implementation returns quickly and leaves slow work to somebody
 * else. What it throws is logged and changes nothing.
 */
@FunctionalInterface
public interface EventSink {

  /** Takes one event. */
  void accept(RunEvent event);
}
