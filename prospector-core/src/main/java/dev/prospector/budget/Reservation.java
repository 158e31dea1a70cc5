package dev.prospector.budget;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What was granted, until it is settled or released.
 *
 * @param id unique in the budget
 * @param account who spends
 * @param atMost the bound that was granted
 */
public record Reservation(
    @JsonProperty("id") String id,
    @JsonProperty("account") Account account,
    @JsonProperty("atMost") Usage atMost) {}
