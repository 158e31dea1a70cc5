/** Measures the quality of what ships, on data in the formats of the public data sets. */
@NullMarked
package dev.prospector.benchmark.evaluation;

import org.jspecify.annotations.NullMarked;
