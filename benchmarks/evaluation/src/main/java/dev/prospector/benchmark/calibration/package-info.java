/**
 * How well the confidence of a value tells whether it is right, and the fit of the weights it is
 * made of.
 */
@org.jspecify.annotations.NullMarked
package dev.prospector.benchmark.calibration;
