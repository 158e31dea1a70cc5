package dev.prospector.benchmark.store;

/**
 * What one round of one contender took.
 *
 * @param stepsPerSecond confirmed steps by wall time
 * @param cpuMicrosPerStep processor time of this process
 * @param serverMicrosPerStep processor time of the server's processes
 */
record Round(double stepsPerSecond, double cpuMicrosPerStep, double serverMicrosPerStep) {}
