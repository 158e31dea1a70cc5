/**
 * Finding companies that nobody listed: queries from the business context, candidates from what a
 * search finds, and leads from those that are accepted.
 */
@org.jspecify.annotations.NullMarked
package dev.prospector.agents.discovery;
