/** What the host sells and to whom: the measure against which leads are qualified. */
@NullMarked
package dev.prospector.context;

import org.jspecify.annotations.NullMarked;
