package dev.prospector.agents.technology;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds which of many ASCII literals occur in a text, in one pass without regard to case
 * (Aho-Corasick).
 *
 * <p>Immutable and safe for several threads.
 */
final class LiteralIndex {

  /** Lower case ASCII from space to tilde; everything else is one symbol that no literal has. */
  private static final int SYMBOLS = 96;

  private static final int[] NONE = {};

  /** The states' transitions one behind the other. */
  private int[] next = new int[1024 * SYMBOLS];

  /** For each state the ids whose literals end there. */
  private int[][] found = new int[1024][];

  private int states = 1;

  /**
   * Builds the index.
   *
   * @param literals for each id the literals of which one must occur; none for an id that always
   *     may
   */
  LiteralIndex(List<List<String>> literals) {
    found[0] = NONE;
    for (int id = 0; id < literals.size(); id++) {
      for (String literal : literals.get(id)) {
        int end = insert(literal);
        found[end] = with(found[end], id);
      }
    }
    link();
  }

  private static int[] with(int[] ids, int... more) {
    int[] all = Arrays.copyOf(ids, ids.length + more.length);
    System.arraycopy(more, 0, all, ids.length, more.length);
    return all;
  }

  private int insert(String literal) {
    int state = 0;
    for (int i = 0; i < literal.length(); i++) {
      int transition = state * SYMBOLS + symbol(literal.charAt(i));
      if (next[transition] == 0) {
        int added = addState(); // May give the transitions another place.
        next[transition] = added;
      }
      state = next[transition];
    }
    return state;
  }

  private int addState() {
    if (states == found.length) {
      found = Arrays.copyOf(found, states * 2);
      next = Arrays.copyOf(next, next.length * 2);
    }
    found[states] = NONE;
    return states++;
  }

  /** Completes the transitions breadth first by each state's longest proper suffix state. */
  private void link() {
    int[] suffix = new int[states];
    int[] queue = new int[states];
    int last = 1;
    for (int first = 0; first < last; first++) {
      int state = queue[first];
      for (int symbol = 0; symbol < SYMBOLS; symbol++) {
        int child = next[state * SYMBOLS + symbol];
        int fallback = state == 0 ? 0 : next[suffix[state] * SYMBOLS + symbol];
        if (child == 0) {
          next[state * SYMBOLS + symbol] = fallback;
        } else {
          suffix[child] = fallback;
          if (found[fallback].length > 0) {
            found[child] = with(found[child], found[fallback]);
          }
          queue[last++] = child;
        }
      }
    }
  }

  /** Returns the ids of which a literal occurs in the part of the text. */
  BitSet idsIn(String text, int from, int to) {
    BitSet ids = new BitSet();
    int state = 0;
    for (int i = from; i < to; i++) {
      state = next[state * SYMBOLS + symbol(text.charAt(i))];
      for (int id : found[state]) {
        ids.set(id);
      }
    }
    return ids;
  }

  private static int symbol(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A' + 'a' - ' ';
    }
    return c >= ' ' && c <= '~' ? c - ' ' : SYMBOLS - 1;
  }
}
