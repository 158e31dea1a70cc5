/** Retries of the store while it cannot be reached, and the work that is left for later. */
@org.jspecify.annotations.NullMarked
package dev.prospector.engine.internal.retry;
