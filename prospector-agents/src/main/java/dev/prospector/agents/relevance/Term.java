package dev.prospector.agents.relevance;

/** A word as an analyzer reads it, and where it stands. */
record Term(String stem, int start, int end) {}
