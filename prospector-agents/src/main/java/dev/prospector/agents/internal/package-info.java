/** Regular expressions over text from outside, whose work is bounded and can be interrupted. */
@org.jspecify.annotations.NullMarked
package dev.prospector.agents.internal;
