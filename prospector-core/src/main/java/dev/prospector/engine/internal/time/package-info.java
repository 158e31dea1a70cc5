/** Time limits of steps, leads and runs, which stand still while a run is paused. */
@org.jspecify.annotations.NullMarked
package dev.prospector.engine.internal.time;
