/** Candidates of searches, and what queries found, in tables. */
@org.jspecify.annotations.NullMarked
package dev.prospector.adapter.store.internal.candidate;
