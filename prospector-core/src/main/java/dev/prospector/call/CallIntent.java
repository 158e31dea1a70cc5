package dev.prospector.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.budget.Reservation;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.lead.LeadId;

/**
 * A call that is about to be made.
 *
 * @param run the run's id
 * @param lead the lead it is made for
 * @param step the agent's id
 * @param inputs the fingerprint of the step
 * @param call the idempotency key: stable over attempts, unique in the tenant
 * @param effect what becomes of it if its outcome stays unknown
 * @param reservation what was granted for it: what it can cost at most, and who pays
 */
public record CallIntent(
    @JsonProperty("run") String run,
    @JsonProperty("lead") LeadId lead,
    @JsonProperty("step") String step,
    @JsonProperty("inputs") Fingerprint inputs,
    @JsonProperty("call") String call,
    @JsonProperty("effect") Effect effect,
    @JsonProperty("reservation") Reservation reservation) {}
