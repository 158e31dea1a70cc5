/** One run as a host sees it: its options, control, progress and results. */
@org.jspecify.annotations.NullMarked
package dev.prospector.run;
