/** What all leads of a run share: ports, fingerprints of steps, counts and the suppression list. */
@org.jspecify.annotations.NullMarked
package dev.prospector.engine.internal.workplace;
