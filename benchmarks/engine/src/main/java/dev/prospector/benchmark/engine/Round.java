package dev.prospector.benchmark.engine;

/**
 * What one round of one contender took.
 *
 * @param stepsPerSecond executed steps by wall time
 * @param bytesPerStep bytes allocated, by all threads
 * @param cpuMicrosPerStep processor time of the whole process, collector and compiler included
 */
record Round(double stepsPerSecond, double bytesPerStep, double cpuMicrosPerStep) {}
