package dev.prospector.adapter.store.internal.spending;

import dev.prospector.adapter.store.internal.process.Owner;
import dev.prospector.adapter.store.internal.sql.Access;
import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Spending;
import dev.prospector.budget.Usage;
import dev.prospector.error.PortException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A budget that every process with the same store shares. */
public final class JdbiBudget implements Budget {

  private final Access access;
  private final BudgetWriter writer;
  private final Owner owner;
  private final Limits limits;
  private final Clock clock;
  private final AtomicLong serials;

  /** Reservations that may have been granted although their caller was told that they failed. */
  private final Queue<Reservation> unheard = new ConcurrentLinkedQueue<>();

  public JdbiBudget(
      Access access,
      BudgetWriter writer,
      Owner owner,
      Limits limits,
      Clock clock,
      AtomicLong serials) {
    this.access = access;
    this.writer = writer;
    this.owner = owner;
    this.limits = limits;
    this.clock = clock;
    this.serials = serials;
  }

  @Override
  public Reservation reserve(Account account, Usage atMost, Limits more) {
    Limits all = limits.and(more);
    BudgetRequest.Answer answer = ask(account, atMost, all);
    if (answer.refusal().isPresent() && tookBack(account)) {
      BudgetRequest.Answer second = ask(account, atMost, all);
      return second.reservation().orElseThrow(() -> refusal(second));
    }
    return answer.reservation().orElseThrow(() -> refusal(answer));
  }

  private BudgetRequest.Answer ask(Account account, Usage atMost, Limits all) {
    releaseUnheard();
    BudgetRequest.Reserve request =
        new BudgetRequest.Reserve(account, atMost, all, clock.instant(), serials.incrementAndGet());
    try {
      return writer.spend(request);
    } catch (PortException e) {
      unheard.add(new Reservation(request.id(owner.id()), account, atMost));
      throw e;
    }
  }

  private void releaseUnheard() {
    Reservation reservation;
    while ((reservation = unheard.poll()) != null) {
      try {
        release(reservation);
      } catch (PortException e) {
        unheard.add(reservation);
        throw e;
      }
    }
  }

  /** Returns whether its reservations lie where these changes are made. */
  public boolean writesWith(BudgetWriter other) {
    return writer == other;
  }

  /** What a dead process held is looked for only when it is needed. */
  private boolean tookBack(Account account) {
    BudgetRequest.TakeBack back = new BudgetRequest.TakeBack(account.tenant(), clock.instant());
    if (!writer.hasLost(back)) {
      return false;
    }
    writer.spend(back);
    return true;
  }

  @Override
  public void settle(Reservation reservation, Usage real) {
    BudgetRequest.Answer answer = writer.spend(new BudgetRequest.Settle(reservation, real));
    if (answer.refusal().isPresent()) {
      throw refusal(answer);
    }
  }

  /** Made in the writer's thread; here the caller sees its own stack. */
  private static RuntimeException refusal(BudgetRequest.Answer answer) {
    RuntimeException refusal = answer.refusal().orElseThrow();
    refusal.fillInStackTrace();
    return refusal;
  }

  @Override
  public void release(Reservation reservation) {
    settle(reservation, Usage.NONE);
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public Spending spending(Account account) {
    SpendingKey run = SpendingKey.of(account, Limit.Period.RUN, LocalDate.EPOCH);
    return access.read(handle -> SpendingRows.read(handle, run));
  }
}
