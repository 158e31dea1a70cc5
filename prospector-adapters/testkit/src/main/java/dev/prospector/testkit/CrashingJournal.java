package dev.prospector.testkit;

import dev.prospector.dossier.Fingerprint;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.port.CallIntent;
import dev.prospector.port.CallOutcome;
import dev.prospector.port.Journal;
import dev.prospector.port.StepCommit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A journal whose process dies at a chosen write: before it was made, or after it was made and
 * before anybody heard of it. From then on every write dies. Run once without a crash to learn how
 * many {@link #writes()} there are, then once for each of them. Safe for several threads.
 */
public final class CrashingJournal implements Journal {

  private final Journal journal;
  private final long crashAt;
  private final boolean afterwards;
  private final ReentrantLock lock = new ReentrantLock();
  private long writes;
  private boolean dead;

  /** The process died here. An error, since nothing that it interrupts could have caught it. */
  public static final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash(long write) {
      super("crash at write " + write + " of the journal");
    }
  }

  private CrashingJournal(Journal journal, long crashAt, boolean afterwards) {
    this.journal = journal;
    this.crashAt = crashAt;
    this.afterwards = afterwards;
  }

  /** Returns a journal that counts writes and never crashes. */
  public static CrashingJournal counting(Journal journal) {
    return new CrashingJournal(journal, Long.MAX_VALUE, false);
  }

  /** Returns a journal that crashes before a write, counted from 1. */
  public static CrashingJournal before(long write, Journal journal) {
    return new CrashingJournal(journal, write, false);
  }

  /** Returns a journal that crashes after a write, counted from 1: it is made, and not told. */
  public static CrashingJournal after(long write, Journal journal) {
    return new CrashingJournal(journal, write, true);
  }

  /** Returns how many writes were begun. */
  public long writes() {
    lock.lock();
    try {
      return writes;
    } finally {
      lock.unlock();
    }
  }

  private <T> T write(Supplier<T> write) {
    lock.lock();
    try {
      writes++;
      boolean now = writes == crashAt;
      if (dead || now && !afterwards) {
        dead = true;
        throw new Crash(writes);
      }
      T result = write.get();
      if (now) {
        dead = true;
        throw new Crash(writes);
      }
      return result;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<StepCommit> find(Tenant tenant, Fingerprint inputs) {
    return journal.find(tenant, inputs);
  }

  @Override
  public StepCommit commit(Tenant tenant, StepCommit commit) {
    return write(() -> journal.commit(tenant, commit));
  }

  @Override
  public void intend(Tenant tenant, CallIntent intent) {
    write(
        () -> {
          journal.intend(tenant, intent);
          return true;
        });
  }

  @Override
  public void settle(Tenant tenant, CallOutcome outcome) {
    write(
        () -> {
          journal.settle(tenant, outcome);
          return true;
        });
  }

  @Override
  public List<CallIntent> unsettled(Tenant tenant, String run) {
    return journal.unsettled(tenant, run);
  }

  @Override
  public int forget(Tenant tenant, LeadId lead) {
    return write(() -> journal.forget(tenant, lead));
  }
}
