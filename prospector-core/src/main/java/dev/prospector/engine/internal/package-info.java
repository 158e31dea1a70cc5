/**
 * Starts, resumes and joins runs. Not for users: {@link dev.prospector.Prospector} is the way in.
 */
@org.jspecify.annotations.NullMarked
package dev.prospector.engine.internal;
