/** What a qualification is worth, and what to do next. */
@NullMarked
package dev.prospector.agents.score;

import org.jspecify.annotations.NullMarked;
