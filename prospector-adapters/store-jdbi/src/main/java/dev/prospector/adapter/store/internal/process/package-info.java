/** The processes that work on a store, and their heartbeat. */
@org.jspecify.annotations.NullMarked
package dev.prospector.adapter.store.internal.process;
