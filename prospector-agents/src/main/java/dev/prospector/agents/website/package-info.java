/** The pages of a company's own site, read once and kept for every agent after. */
@NullMarked
package dev.prospector.agents.website;

import org.jspecify.annotations.NullMarked;
