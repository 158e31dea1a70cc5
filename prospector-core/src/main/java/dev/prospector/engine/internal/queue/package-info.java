/** Runs that wait for their turn, and how this process works on those that have it. */
@org.jspecify.annotations.NullMarked
package dev.prospector.engine.internal.queue;
