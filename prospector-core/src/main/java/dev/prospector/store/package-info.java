/**
 * Ports to storage: the journal of steps and calls, leads, runs that outlive their process, limits
 * shared between processes, cached answers.
 */
@org.jspecify.annotations.NullMarked
package dev.prospector.store;
