package dev.prospector.adapter.imports;

import java.util.List;

/**
 * By what a row is known to be about the company of another row.
 *
 * @param shared hashes that rows of the same company have in common, and hardly any others; the
 *     surest first
 * @param offered hashes by which a later row that has nothing surer may join this one, unless two
 *     companies offer the same
 */
record RowKeys(List<Long> shared, List<Long> offered) {}
