/**
 * Leads written as they come, in the order given: JSON Lines, CSV, XLSX, and the kept texts that
 * quotes point into.
 */
@NullMarked
package dev.prospector.adapter.export.write;

import org.jspecify.annotations.NullMarked;
