package dev.prospector.budget;

/**
 * What was granted, until it is settled or released.
 *
 * @param id unique in the budget
 * @param account who spends
 * @param atMost the bound that was granted
 */
public record Reservation(String id, Account account, Usage atMost) {}
