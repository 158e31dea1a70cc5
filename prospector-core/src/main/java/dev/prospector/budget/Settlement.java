package dev.prospector.budget;

/**
 * What became of a reservation.
 *
 * @param reservation what was granted
 * @param real what was really spent; {@link Usage#NONE} gives all of it back
 */
public record Settlement(Reservation reservation, Usage real) {}
