/** Spreads the leads of a run over processes with db-scheduler, on the host's own PostgreSQL. */
@NullMarked
package dev.prospector.adapter.dbscheduler;

import org.jspecify.annotations.NullMarked;
