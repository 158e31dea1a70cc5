/** How steps ask sources: each question is written down, and asked once while its answer holds. */
@org.jspecify.annotations.NullMarked
package dev.prospector.engine.internal.lookup;
