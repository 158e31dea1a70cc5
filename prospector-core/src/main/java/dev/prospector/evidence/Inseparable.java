package dev.prospector.evidence;

/**
 * A record whose words rest on all of its claims together, such as a sentence: when one of them is
 * withheld, nothing of it is left.
 */
public interface Inseparable {}
