package dev.prospector.adapter.store;

import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.error.BudgetRefusedException;
import dev.prospector.error.LeaseLostException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.LeadId;
import dev.prospector.store.Lease;
import dev.prospector.store.RunCommit;
import dev.prospector.store.RunStore;
import dev.prospector.testkit.Note;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A process of its own that works on a store until it is done or killed. */
final class Worker {

  static final long LIMIT = 600;
  private static final int THREADS = 4;

  private Worker() {}

  public static void main(String[] args) throws Exception {
    StoreOptions options = StoreOptions.defaults().withSections(Note.KEY);
    if (args[0].equals("hold")) {
      hold(Store.open(args[1], options.withLease(Duration.parse(args[2]))), System.out);
      return;
    }
    Store store = Store.open(args[1], options);
    switch (args[0]) {
      case "write" -> write(store, System.out);
      case "spend" -> spend(store, args[2], System.out);
      case "toil" -> toil(store.runs(), System.out);
      default -> throw new IllegalArgumentException(args[0]);
    }
    store.close();
  }

  /** Prints each step's name once its commit was confirmed, for ever. */
  private static void write(Store store, PrintStream out) {
    for (int t = 0; t < THREADS; t++) {
      int thread = t;
      new Thread(
              () -> {
                for (int i = 0; ; i++) {
                  String name = thread + "-" + i;
                  Snapshot page = Snapshot.page("https://a.example/" + name, "page " + name);
                  store
                      .journal()
                      .commit(
                          Steps.TENANT,
                          Steps.commit(LeadId.of("lead"), name, "x".repeat(500), page));
                  out.println(name);
                }
              })
          .start();
    }
    while (true) {
      Thread.onSpinWait();
      if (Thread.interrupted()) {
        return;
      }
      java.util.concurrent.locks.LockSupport.park();
    }
  }

  /** Waits for a line, then reserves and settles until it is refused, and prints what it spent. */
  private static void spend(Store store, String name, PrintStream out)
      throws IOException, InterruptedException {
    out.println("ready");
    if (System.in.read() < 0) {
      return;
    }
    Budget budget = store.budget(Limits.of(Limit.tokens(Limit.Period.RUN, LIMIT)));
    AtomicLong spent = new AtomicLong();
    Thread[] threads = new Thread[THREADS];
    for (int t = 0; t < THREADS; t++) {
      threads[t] = new Thread(() -> spent.addAndGet(spend(budget)), name + t);
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    out.println(spent.get());
  }

  private static long spend(Budget budget) {
    Account account = new Account(Steps.TENANT, "run");
    long spent = 0;
    try {
      for (int i = 0; ; i++) {
        Reservation reservation = budget.reserve(account, new Usage(null, 5, 1));
        long real = i % 3;
        budget.settle(reservation, new Usage(null, real, 1));
        spent += real;
      }
    } catch (BudgetRefusedException e) {
      return spent;
    }
  }

  /** Begins with some leads and says so, then waits for a line, and tries to end them. */
  private static void hold(Store store, PrintStream out) throws IOException {
    RunStore runs = store.runs();
    List<Lease> leases = runs.claim(Steps.TENANT, Leads.RUN, 3);
    leases.forEach(lease -> runs.commit(Leads.begin(lease)));
    out.println("holding " + leases.stream().map(Lease::position).toList());
    if (System.in.read() < 0) {
      return;
    }
    for (Lease lease : leases) {
      try {
        runs.commit(Leads.end(lease, 2, "late"));
        out.println("wrote " + lease.position());
      } catch (LeaseLostException e) {
        out.println("lost " + lease.position());
      }
    }
    store.close();
  }

  /** Writes for one lead for ever, and tells each number; asks again while the store is away. */
  private static void toil(RunStore runs, PrintStream out) {
    Lease lease = runs.claim(Steps.TENANT, Leads.RUN, 1).get(0);
    for (long number = 1; ; ) {
      try {
        runs.commit(RunCommit.of(lease, number, List.of(Leads.failed(lease, "number " + number))));
        out.println(number++);
      } catch (PortException e) {
        if (e.advice().kind() == RetryAdvice.Kind.NEVER) {
          throw e;
        }
      }
    }
  }
}
