package dev.prospector.pipeline;

import dev.prospector.dossier.Dossier;
import dev.prospector.error.PortException;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStatus;
import dev.prospector.port.Lease;
import dev.prospector.port.RunStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

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
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger claims = new AtomicInteger();
  private final Set<StoredBook> books = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<Lease> toReturn = new ConcurrentLinkedQueue<>();

  StoredLeadsInFlight(Workplace run, RunStore runs, Runnable whenOneIsOver) {
    this.run = run;
    this.runs = runs;
    this.whenOneIsOver = whenOneIsOver;
    this.stored = new StoredLeads(Optional.of(runs.leads()), run.tenant());
    this.suppression = new AskSuppression(run.ports().storage().suppression(), run.tenant());
  }

  boolean isEmpty() {
    return count.get() == 0;
  }

  /** Takes leads as far as there is room. Whoever comes while somebody takes only leaves word. */
  void claim() {
    int asked = claims.incrementAndGet();
    if (asked > 1) {
      return;
    }
    do {
      try {
        claimMore();
      } catch (PortException e) {
        if (!PatientStore.isPassing(e)) {
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
      // Some at a time, since each time is a transaction.
      if (room < Math.max(1, run.options().concurrency() / 4)) {
        return;
      }
      List<Lease> leases = runs.claim(run.tenant(), run.id(), room);
      count.addAndGet(leases.size());
      for (Lease lease : leases) {
        Runnable work = () -> work(lease, new StoredBook(run, runs, lease), () -> {});
        inTurn(lease, work, run::execute);
      }
      more = !leases.isEmpty();
    }
  }

  /**
   * Works on one lead that was handed to this process, if it is free, until it is over; returns
   * whether it has ended.
   */
  boolean work(long position) throws InterruptedException {
    Optional<Lease> lease = runs.claim(run.tenant(), run.id(), position);
    if (lease.isEmpty()) {
      return !runs.unfinished(run.tenant(), run.id(), position, 1).contains(position);
    }
    count.incrementAndGet();
    CountDownLatch over = new CountDownLatch(1);
    StoredBook book = new StoredBook(run, runs, lease.get());
    inTurn(lease.get(), () -> work(lease.get(), book, over::countDown), Runnable::run);
    over.await();
    return book.hasEnded();
  }

  private void inTurn(Lease lease, Runnable work, Executor now) {
    if (turns.isNow(lease.lead().id(), work)) {
      now.execute(work);
    }
  }

  private void work(Lease lease, StoredBook book, Runnable whenOver) {
    AtomicBoolean left = new AtomicBoolean();
    Runnable leave =
        () -> {
          if (left.compareAndSet(false, true)) {
            leave(book);
            whenOver.run();
          }
        };
    books.add(book);
    run.tally().begun.incrementAndGet();
    boolean handedOver = false;
    try {
      handedOver = begin(lease, book, leave);
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
  private boolean begin(Lease lease, StoredBook book, Runnable leave) {
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
    books.remove(book);
    if (!book.hasEnded() && !book.isLost()) {
      toReturn.add(book.lease());
      returnLeases();
    }
    turns.end(book.lease().lead().id(), run::execute);
    count.decrementAndGet();
    whenOneIsOver.run();
  }

  /** Tells what steps are doing, and returns leases that could not be returned before. */
  void tick() {
    books.forEach(StoredBook::flush);
    returnLeases();
  }

  private void returnLeases() {
    Lease lease;
    while ((lease = toReturn.poll()) != null) {
      try {
        runs.release(lease);
      } catch (PortException e) {
        toReturn.add(lease);
        return;
      }
    }
  }
}
