/** What the host sells and its target market: the measure against which leads are qualified. */
@NullMarked
package dev.prospector.context;

import org.jspecify.annotations.NullMarked;
