/** Runs that end with their process. */
@org.jspecify.annotations.NullMarked
package dev.prospector.engine.internal.passing;
