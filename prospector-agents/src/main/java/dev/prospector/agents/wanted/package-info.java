/** The companies that a business context looks for, and those that it rules out. */
@NullMarked
package dev.prospector.agents.wanted;

import org.jspecify.annotations.NullMarked;
