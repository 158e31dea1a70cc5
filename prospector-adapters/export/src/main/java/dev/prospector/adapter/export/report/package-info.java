/**
 * The report for people: one HTML file that needs nothing else, in which every fact leads to the
 * words that it rests on.
 */
@NullMarked
package dev.prospector.adapter.export.report;

import org.jspecify.annotations.NullMarked;
