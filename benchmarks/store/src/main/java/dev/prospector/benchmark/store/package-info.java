/** What a step costs in the journal, beside the same rows written by hand, in one run. */
@NullMarked
package dev.prospector.benchmark.store;

import org.jspecify.annotations.NullMarked;
