package dev.prospector.budget;

import dev.prospector.lead.Tenant;

/**
 * Who spends: one run of one tenant.
 *
 * @param tenant for whose limits per day and month it counts
 * @param run for whose own limits it counts
 */
public record Account(Tenant tenant, String run) {}
