/** The journal: steps, calls, snapshots, and the rows that leads and events are stored as. */
@org.jspecify.annotations.NullMarked
package dev.prospector.adapter.store.internal.journal;
