/** Simulated runs that crash, stand still or lose sight of their store at every durable point. */
@org.jspecify.annotations.NullMarked
package dev.prospector.simulation;
