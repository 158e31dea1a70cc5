package dev.prospector.budget;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.lead.Tenant;

/**
 * Who spends: one run of one tenant.
 *
 * @param tenant for whose limits per day and month it counts
 * @param run for whose own limits it counts
 */
public record Account(@JsonProperty("tenant") Tenant tenant, @JsonProperty("run") String run) {}
