/** Runs kept in a store: leases, replay, recovery, and results read back. */
@org.jspecify.annotations.NullMarked
package dev.prospector.engine.internal.stored;
