/** Everything that happens in a run, as numbered events. */
@NullMarked
package dev.prospector.event;

import org.jspecify.annotations.NullMarked;
