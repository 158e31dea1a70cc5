/** Concurrency and rate limits per resource, shared between processes. */
@org.jspecify.annotations.NullMarked
package dev.prospector.engine.internal.limit;
