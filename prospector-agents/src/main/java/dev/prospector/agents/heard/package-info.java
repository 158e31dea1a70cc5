/** The sentences that speak of a lead, each with its heading's date and its language. */
@NullMarked
package dev.prospector.agents.heard;

import org.jspecify.annotations.NullMarked;
