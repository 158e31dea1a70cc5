/** What a company may need, why now, and what it has for it today. */
@NullMarked
package dev.prospector.agents.need;

import org.jspecify.annotations.NullMarked;
