/** How a value is read out of a quote, by type: numbers, money, dates, codes, names and records. */
@org.jspecify.annotations.NullMarked
package dev.prospector.evidence.value;
