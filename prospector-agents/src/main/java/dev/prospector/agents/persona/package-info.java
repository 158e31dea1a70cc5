/** Who decides at a company: a person who is named, or an assumption that says so. */
@NullMarked
package dev.prospector.agents.persona;

import org.jspecify.annotations.NullMarked;
