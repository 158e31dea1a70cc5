/** What a web page says: its text with regions, its main content, its language. */
@NullMarked
package dev.prospector.agents.page;

import org.jspecify.annotations.NullMarked;
