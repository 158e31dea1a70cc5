/** Whom a company competes with and what it works with today, as far as sources name them. */
@NullMarked
package dev.prospector.agents.rival;

import org.jspecify.annotations.NullMarked;
