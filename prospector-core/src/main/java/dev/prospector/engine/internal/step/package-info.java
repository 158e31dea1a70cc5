/** One lead on its way through the steps of its pipeline, however its run is kept. */
@org.jspecify.annotations.NullMarked
package dev.prospector.engine.internal.step;
