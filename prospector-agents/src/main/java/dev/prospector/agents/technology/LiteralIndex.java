package dev.prospector.agents.technology;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of many ASCII literals occur in a text, in one pass without regard to case. Each is
 * kept under three neighbouring characters of it, those that the fewest others are kept under, and
 * compared where these stand in the text.
 *
 * <p>Immutable and safe for several threads.
 */
final class LiteralIndex {

  private static final int NEIGHBOURS = 3;

  /** Bits of a character, of which the last value stands for all that is not ASCII. */
  private static final int BITS = 7;

  private static final int OTHER = (1 << BITS) - 1;
  private static final int ALL_NEIGHBOURS = (1 << NEIGHBOURS * BITS) - 1;

  private static final int BUCKET_BITS = 14;

  /** 2 to the 32nd over the golden ratio, which spreads neighbouring numbers (Knuth, 6.4). */
  private static final int SPREAD = 0x9E3779B1;

  private final @Nullable Entry[] buckets = new Entry[1 << BUCKET_BITS];

  /**
   * Builds the index.
   *
   * @param literals for each id the lower case literals of which one must occur, each of three
   *     characters or more; none for an id that always may
   */
  LiteralIndex(List<List<String>> literals) {
    int[] sizes = new int[buckets.length];
    for (int id = 0; id < literals.size(); id++) {
      for (String literal : literals.get(id)) {
        add(literal, id, sizes);
      }
    }
  }

  private void add(String literal, int id, int[] sizes) {
    int last = 0;
    int chosen = 0;
    int neighbours = 0;
    for (int i = 0; i < literal.length(); i++) {
      neighbours = next(neighbours, literal.charAt(i));
      int bucket = bucket(neighbours);
      boolean first = i == NEIGHBOURS - 1;
      if (first || i >= NEIGHBOURS && sizes[bucket] < sizes[chosen]) {
        last = i;
        chosen = bucket;
      }
    }
    buckets[chosen] = new Entry(literal, last, id, buckets[chosen]);
    sizes[chosen]++;
  }

  /** Returns the ids of which a literal occurs in the part of the text. */
  BitSet idsIn(String text, int from, int to) {
    BitSet ids = new BitSet();
    int neighbours = 0;
    for (int i = from; i < to; i++) {
      neighbours = next(neighbours, text.charAt(i));
      for (Entry entry = buckets[bucket(neighbours)]; entry != null; entry = entry.next()) {
        if (!ids.get(entry.id()) && entry.isAt(i, text, from, to)) {
          ids.set(entry.id());
        }
      }
    }
    return ids;
  }

  private static int next(int neighbours, char c) {
    int symbol = c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : Math.min(c, OTHER);
    return (neighbours << BITS | symbol) & ALL_NEIGHBOURS;
  }

  private static int bucket(int neighbours) {
    return neighbours * SPREAD >>> Integer.SIZE - BUCKET_BITS;
  }

  /**
   * A literal with what else is in its bucket.
   *
   * @param last the index in it of the last of its three characters
   */
  private record Entry(String literal, int last, int id, @Nullable Entry next) {

    boolean isAt(int index, String text, int from, int to) {
      int start = index - last;
      return start >= from
          && start + literal.length() <= to
          && text.regionMatches(true, start, literal, 0, literal.length());
    }
  }
}
