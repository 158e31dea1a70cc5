/** What a host can do with a run, however the run is kept. */
@org.jspecify.annotations.NullMarked
package dev.prospector.engine.internal.control;
