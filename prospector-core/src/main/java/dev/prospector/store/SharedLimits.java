package dev.prospector.store;

import dev.prospector.lead.Tenant;
import java.time.Duration;
import java.time.Instant;

/**
 * Limits that everybody keeps together who works for a tenant over one store, in however many
 * processes: how many may do something at a time, and how soon after one another. Each object is
 * one holder; what it holds is free again when its process is not heard of any more.
 * Implementations are safe for several threads.
 */
public interface SharedLimits {

  /**
   * Says how many permits this holder could use, and returns how many it may use. Asked again and
   * again while permits are in use or wanted: the answer can be less than is in use, when others
   * wait; then the holder begins nothing more until it uses fewer, and asks again. All holders
   * together never hold more than the limit, and while all of them want more than there is, each
   * gets its share in time.
   *
   * @param name of what is limited; for one name everybody gives the same limit
   * @param limit the most that all holders together may hold, from 1
   * @param inUse how many this holder uses at this moment; they stay its own
   * @param wanted how many it could use, from {@code inUse}; 0 gives everything back
   * @return from 0 to {@code wanted}
   */
  int hold(Tenant tenant, String name, int limit, int inUse, int wanted);

  /**
   * Books the next turn of a name, however many holders book: turns are at least so far apart.
   *
   * @param apart the least time between two turns, such as a minute divided by the calls allowed
   * @return when the turn is; the caller waits until then. Not before now
   */
  Instant turn(Tenant tenant, String name, Duration apart);

  /**
   * Says that what began at the last turn of a name took until then: the time to the next turn
   * counts from there.
   *
   * @param end when it was over, by the caller's clock; without effect before the last turn
   */
  void ended(Tenant tenant, String name, Instant end);
}
