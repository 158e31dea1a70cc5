/** How far a run has come, shown as a bar, as lines or as JSON. */
@NullMarked
package dev.prospector.cli.progress;

import org.jspecify.annotations.NullMarked;
