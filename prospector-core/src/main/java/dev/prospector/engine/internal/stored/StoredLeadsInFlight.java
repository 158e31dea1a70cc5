package dev.prospector.engine.internal.stored;

import dev.prospector.dossier.Dossier;
import dev.prospector.engine.internal.lead.LeadTurns;
import dev.prospector.engine.internal.lead.RefusedLead;
import dev.prospector.engine.internal.lead.StoredLeads;
import dev.prospector.engine.internal.retry.LeadAbandoned;
import dev.prospector.engine.internal.retry.RetryStore;
import dev.prospector.engine.internal.step.LeadExecution;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.error.PortException;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStatus;
import dev.prospector.privacy.AskSuppression;
import dev.prospector.store.Lease;
import dev.prospector.store.RunStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The leads of a stored run on which this process works: taken under a lease, ended or returned.
 */
final class StoredLeadsInFlight {

  private final Workplace run;
  private final RunStore runs;
  private final Runnable whenOneIsOver;
  private final StoredLeads stored;
  private final AskSuppression suppression;
  private final LeadTurns turns = new LeadTurns();
  private final LoneLeads lone = new LoneLeads();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger claims = new AtomicInteger();
  private final ClaimSize size;
  private final Set<StoredBook> books = ConcurrentHashMap.newKeySet();

  /**
   * Claims hold the read lock; the write lock keeps claims out while the leases taken are compared.
   */
  private final ReadWriteLock taking = new ReentrantReadWriteLock();

  /** Leads may be leased to this process of which it was not told. */
  private volatile boolean unsure;

  StoredLeadsInFlight(Workplace run, RunStore runs, Runnable whenOneIsOver) {
    this.run = run;
    this.runs = runs;
    this.size = new ClaimSize(run.options().concurrency());
    this.whenOneIsOver = whenOneIsOver;
    this.stored = new StoredLeads(Optional.of(runs.leads()), run.tenant());
    this.suppression = new AskSuppression(run.ports().storage().suppression(), run.tenant());
  }

  boolean isEmpty() {
    return count.get() == 0;
  }

  /** Claims leads as far as there is room. A call during another one only has that one repeat. */
  void claim() {
    int asked = claims.incrementAndGet();
    if (asked > 1) {
      return;
    }
    do {
      try {
        claimMore();
      } catch (PortException e) {
        if (!RetryStore.isPassing(e)) {
          claims.set(0);
          throw e;
        }
      } catch (Throwable e) {
        claims.set(0);
        throw e;
      }
      asked = claims.addAndGet(-asked);
    } while (asked > 0);
  }

  private void claimMore() {
    boolean more = true;
    while (more && run.life().takesLeads() && run.life().isRunning()) {
      int room = run.options().concurrency() - count.get();
      if (!size.claims(room)) {
        return;
      }
      List<StoredBook> taken = take(() -> runs.claim(run.tenant(), run.id(), room));
      for (StoredBook book : taken) {
        inTurn(book, () -> {}, run::execute);
      }
      more = !taken.isEmpty();
    }
  }

  /**
   * A claim that failed may have been made all the same, so that this process, which lives, would
   * keep others from leads on which it does not work.
   */
  private List<StoredBook> take(Supplier<List<Lease>> claim) {
    giveBackUnknown();
    taking.readLock().lock();
    try {
      List<StoredBook> taken =
          claim.get().stream().map(lease -> new StoredBook(run, runs, lease)).toList();
      books.addAll(taken);
      count.addAndGet(taken.size());
      return taken;
    } catch (PortException e) {
      unsure = true;
      throw e;
    } finally {
      taking.readLock().unlock();
    }
  }

  private void giveBackUnknown() {
    if (!unsure) {
      return;
    }
    taking.writeLock().lock();
    try {
      List<Lease> known = books.stream().map(StoredBook::lease).toList();
      runs.releaseAllBut(run.tenant(), run.id(), known);
      unsure = false;
    } finally {
      taking.writeLock().unlock();
    }
  }

  /**
   * Works on one lead that was handed to this process, if it is free, until it is over; returns
   * whether it has ended.
   */
  boolean work(long position) throws InterruptedException {
    List<StoredBook> taken =
        take(() -> runs.claim(run.tenant(), run.id(), position).stream().toList());
    if (taken.isEmpty()) {
      return !runs.unfinished(run.tenant(), run.id(), position, 1).contains(position);
    }
    CountDownLatch over = new CountDownLatch(1);
    StoredBook book = taken.get(0);
    inTurn(book, over::countDown, Runnable::run);
    over.await();
    return book.hasEnded();
  }

  /** Leads come in the order in which they were claimed, not in that of the threads they get. */
  private void inTurn(StoredBook book, Runnable whenOver, Executor now) {
    Runnable work = () -> now.execute(() -> work(book, whenOver));
    Runnable enter = () -> lone.enter(book.trials().areAlone(), work);
    if (turns.isNow(book.lease().lead().id(), enter)) {
      enter.run();
    }
  }

  private void work(StoredBook book, Runnable whenOver) {
    AtomicBoolean left = new AtomicBoolean();
    Runnable leave =
        () -> {
          if (left.compareAndSet(false, true)) {
            leave(book);
            whenOver.run();
          }
        };
    run.tally().begun.incrementAndGet();
    boolean handedOver = false;
    try {
      handedOver = begin(book, leave);
    } catch (LeadAbandoned e) {
      handedOver = false; // Given back below.
    } catch (Throwable e) {
      run.breakOff(e);
    } finally {
      if (!handedOver) {
        leave.run();
      }
    }
  }

  /** Returns whether the lead will end on its own; otherwise it is over. */
  private boolean begin(StoredBook book, Runnable leave) {
    Lease lease = book.lease();
    Lead lead = lease.lead();
    Optional<String> no = book.ask(() -> suppression.reason(lead));
    if (no.isPresent()) {
      new RefusedLead(run, book).end(lead, lease.position(), no.get());
      return false;
    }
    Lead enriching = lead.at(lead.stage(), LeadStatus.ENRICHING);
    Dossier present = book.ask(() -> stored.present(lead.id()));
    LeadExecution.Begun begun = new LeadExecution.Begun(enriching, lease.position(), present);
    new LeadExecution(run, book, begun, leave).start();
    return true;
  }

  private void leave(StoredBook book) {
    Lease lease = book.lease();
    books.remove(book);
    if (!book.hasEnded() && !book.isLost()) {
      run.deferred().add(() -> runs.release(lease));
    }
    turns.end(lease.lead().id(), run::execute);
    lone.leave(run::execute);
    count.decrementAndGet();
    whenOneIsOver.run();
  }

  /** Tells what steps are doing, and returns leases that could not be returned before. */
  void tick() {
    // In the order of the input: that of the set differs from one start to the next.
    books.stream()
        .sorted(Comparator.comparingLong(book -> book.lease().position()))
        .forEach(StoredBook::flush);
    run.deferred().run();
    giveBackUnknown();
    size.tick(run.options().concurrency() - count.get());
  }
}
