package dev.prospector.dossier;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.budget.Usage;
import java.time.Instant;

/**
 * Where a section comes from.
 *
 * @param writer the agent's id, or the name of the person's role
 * @param version the agent's version; 0 for a person
 * @param author by what means
 * @param inputs the fingerprint of what it was made from
 * @param at when it was made
 * @param usage what making it cost
 * @param note why it is not what was asked for, such as why rules stand in for a model; else empty
 */
public record Provenance(
    @JsonProperty("writer") String writer,
    @JsonProperty("version") int version,
    @JsonProperty("author") Author author,
    @JsonProperty("inputs") Fingerprint inputs,
    @JsonProperty("at") Instant at,
    @JsonProperty("usage") Usage usage,
    @JsonProperty("note") String note) {}
