/** Makes the table of towns that the agents read. */
@NullMarked
package dev.prospector.benchmark.places;

import org.jspecify.annotations.NullMarked;
