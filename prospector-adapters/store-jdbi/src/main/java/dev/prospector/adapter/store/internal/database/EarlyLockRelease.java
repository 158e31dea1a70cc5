package dev.prospector.adapter.store.internal.database;

/**
 * How a PostgreSQL server is told to give up the rows of a transaction before it waits for the
 * disk.
 *
 * <p>All processes that work on a run write to the row of that run, as its events are numbered
 * without gaps. If each held the row for as long as the disk takes, they would wait for each
 * other's disk. So a transaction is committed without a flush, and a second one that changes
 * nothing is committed with one. The log is flushed from its beginning: after the second commit
 * what the first one wrote is on the disk, and nothing that builds on a commit can be on the disk
 * without it. What others read in between may be lost with the power; where that matters they flush
 * before they hand it on. In databases this is known as early lock release.
 */
public final class EarlyLockRelease {

  /**
   * Writes an empty message to the log, which is not read, as a transaction that wrote nothing
   * flushes nothing; and waits for the disk even in a database that is set up not to.
   */
  public static final String FLUSH =
      """
      select pg_logical_emit_message(true, 'prospector', ''), set_config('synchronous_commit',
        coalesce(nullif(current_setting('synchronous_commit'), 'off'), 'on'), true)\
      """;

  /** Ends a transaction. */
  public static final String COMMIT = "set local synchronous_commit to off;\ncommit;\n" + FLUSH;

  private EarlyLockRelease() {}
}
