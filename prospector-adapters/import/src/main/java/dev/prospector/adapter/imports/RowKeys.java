package dev.prospector.adapter.imports;

import java.util.List;

/**
 * By what a row is known to be about the company of another row.
 *
 * @param shared hashes that rows of the same company have in common, and hardly any others; the
 *     surest first
 * @param offered hashes by which a later row that has nothing surer may join this one, unless two
 *     companies offer the same
 * @param company hash of what tells the company from all others, such as the root of its
 *     registration number; 0 if the row does not say
 */
record RowKeys(List<Long> shared, List<Long> offered, long company) {

  /** Returns whether a row that says it is of one company cannot be about the other's. */
  static boolean differ(long company, long other) {
    return company != 0 && other != 0 && company != other;
  }
}
