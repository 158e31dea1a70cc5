/** How much the passages of a text have to do with what a business offers and looks for. */
@NullMarked
package dev.prospector.agents.relevance;

import org.jspecify.annotations.NullMarked;
