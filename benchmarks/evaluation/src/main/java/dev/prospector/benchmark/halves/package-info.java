/** The halves of a data set, of which rules are mended on the first. */
@org.jspecify.annotations.NullMarked
package dev.prospector.benchmark.halves;
