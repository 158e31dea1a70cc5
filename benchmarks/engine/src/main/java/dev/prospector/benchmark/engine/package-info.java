/**
 * What one step of a pipeline costs, beside its peers and hand-written code, in one run of one
 * virtual machine; and how near to the ideal a run comes whose steps wait.
 */
@NullMarked
package dev.prospector.benchmark.engine;

import org.jspecify.annotations.NullMarked;
