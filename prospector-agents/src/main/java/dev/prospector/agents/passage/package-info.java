/** Which passages of a lead's texts a model is given as evidence. */
@NullMarked
package dev.prospector.agents.passage;

import org.jspecify.annotations.NullMarked;
