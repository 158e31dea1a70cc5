package dev.prospector.port;

/**
 * Decides where a lead is worked on: by default in this process. Implementations are safe for
 * several threads.
 */
public interface Dispatcher {

  /**
   * Has a piece of work done, now or later, here or elsewhere; at most once at a time for one key.
   *
   * @param key run and lead, unique among what waits or runs
   * @param work what to do if it is done in this process
   */
  void dispatch(String key, Runnable work);
}
