/** What arguments are made of: statements with what they rest on, scores, dates and wording. */
@NullMarked
package dev.prospector.agents.argument;

import org.jspecify.annotations.NullMarked;
