/** What remote agents reported, kept in this process. */
@NullMarked
package dev.prospector.tracking.remote.memory;

import org.jspecify.annotations.NullMarked;
