/** Stored runs: acceptance, leases, commits, results, and the budget that is locked with them. */
@org.jspecify.annotations.NullMarked
package dev.prospector.adapter.store.internal.run;
