/** The entry point: put {@link dev.prospector.Prospector} together, then start runs. */
@NullMarked
package dev.prospector;

import org.jspecify.annotations.NullMarked;
