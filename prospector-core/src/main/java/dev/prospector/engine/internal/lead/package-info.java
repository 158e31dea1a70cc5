/** What is kept of one lead while it is worked on: its events, turn, time and spending. */
@org.jspecify.annotations.NullMarked
package dev.prospector.engine.internal.lead;
