/**
 * Trains the industry model that ships, the same bytes on every machine, and cross-validates it.
 */
@NullMarked
package dev.prospector.benchmark.industry;

import org.jspecify.annotations.NullMarked;
