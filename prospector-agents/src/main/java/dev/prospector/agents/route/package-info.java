/** Which way a lead takes through the catalogue, by what is known of it. */
@NullMarked
package dev.prospector.agents.route;

import org.jspecify.annotations.NullMarked;
