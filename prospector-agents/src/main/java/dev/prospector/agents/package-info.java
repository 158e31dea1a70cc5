/** The pipelines that ship, put together from the agents of the packages below. */
@NullMarked
package dev.prospector.agents;

import org.jspecify.annotations.NullMarked;
