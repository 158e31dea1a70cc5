package dev.prospector.agents.relevance;

/**
 * A word as an analyzer reads it, and where it stands.
 *
 * @param stem the word without its endings and accents
 * @param start index of its first character
 * @param end index after its last character
 */
public record Term(String stem, int start, int end) {}
