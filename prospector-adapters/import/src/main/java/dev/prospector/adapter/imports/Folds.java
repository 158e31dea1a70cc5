package dev.prospector.adapter.imports;

import dev.prospector.evidence.Snapshot;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Which rows repeat the company of an earlier one. What they bring waits in a temporary file, so
 * that memory grows by 16 bytes for each such row.
 */
final class Folds implements Closeable {

  /** Of a company that a list repeats without end, the first repetitions say enough. */
  static final int MOST_PER_LEAD = 20;

  private final HashedRows firsts = new HashedRows();
  private final BitSet skipped = new BitSet();
  private final SnapshotSpill spill = new SnapshotSpill();
  private long[] pairs = new long[64];
  private long[] places = new long[64];
  private int size;

  /**
   * Takes the next good row; returns whether it is the first of its company.
   *
   * @param ordinal the row's number among all rows, from 1, growing
   */
  boolean isFirst(int ordinal, RowReading reading) throws IOException {
    int first = firsts.firstOf(reading.identity(), ordinal);
    if (first == ordinal) {
      return true;
    }
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size * 2);
      places = Arrays.copyOf(places, size * 2);
    }
    pairs[size] = (long) first << 32 | size;
    places[size] = spill.write(reading.snapshots());
    size++;
    skip(ordinal);
    return false;
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
  FoldedRows into(int ordinal) throws IOException {
    int from = Arrays.binarySearch(pairs, 0, size, (long) ordinal << 32);
    int at = from < 0 ? -from - 1 : from;
    List<Snapshot> snapshots = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    int more = 0;
    for (; at < size && pairs[at] >>> 32 == ordinal; at++) {
      if (addresses.size() < MOST_PER_LEAD) {
        List<Snapshot> brought = spill.read(places[(int) pairs[at]]);
        addresses.add(brought.get(0).address());
        snapshots.addAll(brought);
      } else {
        more++;
      }
    }
    if (addresses.isEmpty()) {
      return FoldedRows.NONE;
    }
    String note = String.join(", ", addresses) + (more == 0 ? "" : " and " + more + " more");
    return new FoldedRows(note, snapshots);
  }

  @Override
  public void close() throws IOException {
    spill.close();
  }
}
