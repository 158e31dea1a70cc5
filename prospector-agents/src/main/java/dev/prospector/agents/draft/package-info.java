/** What a text for people may say: each figure, date, name, quotation and event traced. */
@NullMarked
package dev.prospector.agents.draft;

import org.jspecify.annotations.NullMarked;
