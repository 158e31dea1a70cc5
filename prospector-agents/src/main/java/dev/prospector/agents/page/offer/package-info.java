/**
 * Tells, by words alone, headings and entries of lists of services from what stands beside them.
 */
@org.jspecify.annotations.NullMarked
package dev.prospector.agents.page.offer;
