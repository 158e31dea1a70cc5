/**
 * Runs spread over processes: how fast they are beside db-scheduler alone and DBOS Transact, and
 * what is left when processes are killed or frozen.
 */
@NullMarked
package dev.prospector.benchmark.machines;

import org.jspecify.annotations.NullMarked;
