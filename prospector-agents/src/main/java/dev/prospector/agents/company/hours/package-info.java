/** When a company is open, read from text and from structured data. */
@org.jspecify.annotations.NullMarked
package dev.prospector.agents.company.hours;
