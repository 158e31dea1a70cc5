/** What companies announce and complain of in their own sentences, with negation and tense read. */
@NullMarked
package dev.prospector.agents.signal;

import org.jspecify.annotations.NullMarked;
