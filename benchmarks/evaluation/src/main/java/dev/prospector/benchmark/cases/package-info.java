/** Small cases of lists and pages, each with what must be found and what must not. */
@org.jspecify.annotations.NullMarked
package dev.prospector.benchmark.cases;
