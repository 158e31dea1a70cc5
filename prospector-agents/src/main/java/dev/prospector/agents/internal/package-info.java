/**
 * How the agents read: expressions whose work is bounded and can be interrupted, and word lists.
 */
@org.jspecify.annotations.NullMarked
package dev.prospector.agents.internal;
