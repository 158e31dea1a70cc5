/** What is said to a company, and the page that prepares the one who says it. */
@NullMarked
package dev.prospector.agents.outreach;

import org.jspecify.annotations.NullMarked;
