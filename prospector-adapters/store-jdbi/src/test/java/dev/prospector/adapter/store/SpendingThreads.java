package dev.prospector.adapter.store;

import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.error.BudgetRefusedException;
import dev.prospector.lead.Tenant;
import dev.prospector.money.Money;
import dev.prospector.testkit.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A process whose threads make paid calls under one limit, of which some fail at random: before
 * they cost anything, or in a way that leaves unknown what they cost.
 */
final class SpendingThreads {

  static final Account ACCOUNT = new Account(Tenant.DEFAULT, "threads");
  static final int MOST = 100;

  private SpendingThreads() {}

  /** Takes the store's address, the most tokens, the threads, the calls of each, and a seed. */
  public static void main(String[] args) throws Exception {
    int threads = Integer.parseInt(args[2]);
    int calls = Integer.parseInt(args[3]);
    try (Store store = Store.open(args[0], StoreOptions.defaults().withSections(Note.KEY))) {
      Budget budget = store.budget(limits(Long.parseLong(args[1])));
      List<Callable<long[]>> works = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Random random = new Random(Long.parseLong(args[4]) * 1_000 + i);
        works.add(() -> spend(budget, random, calls));
      }
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      long tokens = 0;
      long granted = 0;
      for (Future<long[]> done : pool.invokeAll(works)) {
        tokens += done.get()[0];
        granted += done.get()[1];
      }
      pool.shutdown();
      System.out.println(tokens + " " + granted);
    }
  }

  static Limits limits(long tokens) {
    return Limits.of(Limit.tokens(Limit.Period.RUN, tokens));
  }

  /** Returns what was really spent, and how many calls were granted. */
  private static long[] spend(Budget budget, Random random, int calls) {
    long tokens = 0;
    long granted = 0;
    for (int i = 0; i < calls; i++) {
      try {
        long atMost = 1 + random.nextInt(MOST);
        Reservation reservation = budget.reserve(ACCOUNT, usage(atMost));
        long real = real(atMost, random);
        budget.settle(reservation, real == 0 ? Usage.NONE : usage(real));
        tokens += real;
        granted++;
      } catch (BudgetRefusedException e) {
        continue; // A smaller call may still find room.
      }
    }
    return new long[] {tokens, granted};
  }

  /** One in ten fails before it costs anything, one in ten counts in full. */
  private static long real(long atMost, Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> 0;
      case 1 -> atMost;
      default -> 1 + random.nextLong(atMost);
    };
  }

  static Usage usage(long tokens) {
    return Usage.ofCall(Money.of("0.01", "USD"), tokens);
  }
}
