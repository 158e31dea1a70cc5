/**
 * The streaming run: a run's events under the names that browsers know, with exactly one end of
 * each lead and of the run, as server-sent events.
 */
@NullMarked
package dev.prospector.tracking.frame;

import org.jspecify.annotations.NullMarked;
