/** The graph of agents and the engine that runs leads through it. */
@NullMarked
package dev.prospector.pipeline;

import org.jspecify.annotations.NullMarked;
