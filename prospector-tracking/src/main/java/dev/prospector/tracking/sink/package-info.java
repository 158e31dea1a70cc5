/** Receivers of events that ship: a file of JSON lines, the log, meters. */
@NullMarked
package dev.prospector.tracking.sink;

import org.jspecify.annotations.NullMarked;
