package dev.prospector.agents.company.industry;

/**
 * A word of a text: its folded form, its place, and the number of the sentence-like stretch that it
 * stands in, so that phrases do not reach over a full stop.
 */
record Token(String word, int start, int end, int stretch) {}
