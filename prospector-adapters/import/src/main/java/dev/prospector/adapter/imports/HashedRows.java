package dev.prospector.adapter.imports;

import java.util.Arrays;

/**
 * The first row of each identity: an open-addressing table of primitives, 12 bytes for each slot,
 * at most two thirds full.
 */
final class HashedRows {

  private static final int AMBIGUOUS = -1;

  private long[] hashes = new long[1 << 12];
  private int[] rows = new int[1 << 12];
  private int size;

  /**
   * Returns the row that first had this identity: the given one if there was none.
   *
   * @param row at least 1
   */
  int firstOf(long identity, int row) {
    int slot = slot(hashes, rows, identity);
    if (rows[slot] != 0) {
      return rows[slot];
    }
    hashes[slot] = identity;
    rows[slot] = row;
    if (++size > hashes.length / 3 * 2) {
      grow();
    }
    return row;
  }

  /** Returns the row that has an identity; 0 if none has, or two have offered it. */
  int find(long identity) {
    return Math.max(0, rows[slot(hashes, rows, identity)]);
  }

  /** Gives an identity to a row; one that two rows offer belongs to neither. */
  void offer(long identity, int row) {
    if (firstOf(identity, row) != row) {
      rows[slot(hashes, rows, identity)] = AMBIGUOUS;
    }
  }

  private void grow() {
    long[] wider = new long[hashes.length * 2];
    int[] widerRows = new int[wider.length];
    for (int i = 0; i < hashes.length; i++) {
      if (rows[i] != 0) {
        int slot = slot(wider, widerRows, hashes[i]);
        wider[slot] = hashes[i];
        widerRows[slot] = rows[i];
      }
    }
    hashes = wider;
    rows = widerRows;
  }

  private static int slot(long[] hashes, int[] rows, long identity) {
    int mask = hashes.length - 1;
    int slot = (int) identity & mask;
    while (rows[slot] != 0 && hashes[slot] != identity) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** Gives the memory back when no more rows will come. */
  void clear() {
    hashes = Arrays.copyOf(hashes, 2);
    rows = new int[2];
    size = 0;
  }
}
