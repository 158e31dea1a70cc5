package dev.prospector.store;

import dev.prospector.context.BusinessContext;
import dev.prospector.lead.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what each tenant sells and to whom, in versions: a run that is given no context of its own
 * takes the newest one of its tenant, and keeps it. Implementations are safe for several threads.
 */
public interface ContextStore {

  /**
   * Keeps a context as the newest version; where the newest says the same already, that one stays.
   *
   * @param person who wrote it, as the host names people; empty if nobody is named
   * @return the newest version, numbered from 1 in each tenant
   */
  Version save(Tenant tenant, BusinessContext context, String person);

  /** Returns the newest version. */
  Optional<Version> newest(Tenant tenant);

  /** Returns a version. */
  Optional<Version> find(Tenant tenant, long number);

  /**
   * Returns versions, the newest first.
   *
   * @param before the number before which to begin; 0 for the newest
   * @param limit the most to return, from 1
   */
  List<Version> versions(Tenant tenant, long before, int limit);

  /**
   * Erases a version, and returns whether there was one. Its number is not given again. Runs that
   * began with it keep what they began with.
   */
  boolean remove(Tenant tenant, long number);

  /** Erases who wrote from all versions that a person wrote, and returns how many there were. */
  int forget(Tenant tenant, String person);

  /**
   * One version.
   *
   * @param number from 1 in each tenant
   * @param context what it says
   * @param person who wrote it; empty if nobody was named, or was forgotten
   * @param at when it was written
   */
  record Version(long number, BusinessContext context, String person, Instant at) {}
}
