/** How well a company fits the host's business, and what to do next: factors, ranges, formulas. */
@NullMarked
package dev.prospector.agents.qualification;

import org.jspecify.annotations.NullMarked;
