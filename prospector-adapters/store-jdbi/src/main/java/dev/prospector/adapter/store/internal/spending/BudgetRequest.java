package dev.prospector.adapter.store.internal.spending;

import dev.prospector.budget.Account;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.lead.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What is asked of the budget. */
public sealed interface BudgetRequest {

  /**
   * A bound is to be granted.
   *
   * @param serial unique in this store
   */
  record Reserve(Account account, Usage atMost, Limits limits, Instant now, long serial)
      implements BudgetRequest {

    LocalDate day() {
      return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** The day stands first, so that what is settled later finds the day it was taken from. */
    String id(String owner) {
      return day() + "/" + owner + "/" + serial;
    }
  }

  /** What was granted is over; the call really cost this. */
  record Settle(Reservation reservation, Usage real) implements BudgetRequest {

    Account account() {
      return reservation.account();
    }

    /** Empty if the reservation is of another budget. */
    public Optional<LocalDate> day() {
      try {
        String id = reservation.id();
        return Optional.of(LocalDate.parse(id.substring(0, Math.max(0, id.indexOf('/')))));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
  }

  /** What silent owners reserved is to be given back, of one tenant. */
  record TakeBack(Tenant tenant, Instant now) implements BudgetRequest {}

  /**
   * What a caller is told.
   *
   * @param reservation what was granted, if that was asked
   * @param refusal what to throw instead
   */
  record Answer(Optional<Reservation> reservation, Optional<RuntimeException> refusal) {

    static final Answer DONE = new Answer(Optional.empty(), Optional.empty());

    static Answer granted(Reservation reservation) {
      return new Answer(Optional.of(reservation), Optional.empty());
    }

    static Answer refused(RuntimeException refusal) {
      return new Answer(Optional.empty(), Optional.of(refusal));
    }
  }
}
