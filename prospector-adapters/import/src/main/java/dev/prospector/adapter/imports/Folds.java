package dev.prospector.adapter.imports;

import dev.prospector.adapter.imports.internal.row.Row;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows repeat the company of an earlier one. They wait in a temporary file, so that memory
 * grows by 16 bytes for each such row.
 */
final class Folds implements Closeable {

  /** Of a company that a list repeats without end, the first repetitions say enough. */
  static final int MOST_PER_LEAD = 20;

  private final HashedRows firsts = new HashedRows();
  private final BitSet skipped = new BitSet();
  private final BitSet apart = new BitSet();
  private final Map<Integer, Long> companies = new HashMap<>();
  private final RowSpill spill = new RowSpill();
  private long[] pairs = new long[64];
  private long[] places = new long[64];
  private int size;

  /**
   * Rows that say more about the company of an earlier row.
   *
   * @param rows the first of them
   * @param more how many are left out
   * @param apart whether the earlier row shares its site with one of another company before it
   */
  record Folded(List<Row> rows, int more, boolean apart) {}

  /**
   * Takes the next good row; returns whether it is the first of its company.
   *
   * @param ordinal the row's number among all rows, from 1, growing
   */
  boolean isFirst(int ordinal, RowReading reading) throws IOException {
    int first = first(ordinal, reading.keys());
    if (first == ordinal) {
      return true;
    }
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size * 2);
      places = Arrays.copyOf(places, size * 2);
    }
    pairs[size] = (long) first << 32 | size;
    places[size] = spill.write(reading.row());
    size++;
    skip(ordinal);
    return false;
  }

  /** Finds the earlier row that shares a key, and keeps all keys of both for it. */
  private int first(int ordinal, RowKeys keys) {
    int first = known(ordinal, keys);
    if (keys.company() != 0) {
      companies.putIfAbsent(first, keys.company());
    }
    for (long key : keys.shared()) {
      firsts.firstOf(key, first);
    }
    for (long key : keys.offered()) {
      firsts.offer(key, first);
    }
    return first;
  }

  /** Two companies may share a site; their registration numbers keep them apart. */
  private int known(int ordinal, RowKeys keys) {
    for (long key : keys.shared()) {
      int found = firsts.find(key);
      if (found > 0 && !RowKeys.differ(keys.company(), companies.getOrDefault(found, 0L))) {
        return found;
      }
      apart.set(ordinal, apart.get(ordinal) || found > 0);
    }
    return ordinal;
  }

  /** Notes that a row is no lead. */
  void skip(int ordinal) {
    skipped.set(ordinal);
  }

  boolean isSkipped(int ordinal) {
    return skipped.get(ordinal);
  }

  int size() {
    return size;
  }

  /** Ends the taking of rows. */
  void finish() {
    firsts.clear();
    Arrays.sort(pairs, 0, size);
  }

  /** Returns what was folded into a row. */
  Folded into(int ordinal) throws IOException {
    int from = Arrays.binarySearch(pairs, 0, size, (long) ordinal << 32);
    int at = from < 0 ? -from - 1 : from;
    List<Row> rows = new ArrayList<>();
    int more = 0;
    for (; at < size && pairs[at] >>> 32 == ordinal; at++) {
      if (rows.size() < MOST_PER_LEAD) {
        rows.add(spill.read(places[(int) pairs[at]]));
      } else {
        more++;
      }
    }
    return new Folded(rows, more, apart.get(ordinal));
  }

  @Override
  public void close() throws IOException {
    spill.close();
  }
}
