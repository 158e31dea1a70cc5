package dev.prospector.agents.technology;

import java.util.ArrayDeque;
import java.util.ArrayList;
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

  private final int[] next;
  private final int[][] found;

  /**
   * Builds the index.
   *
   * @param literals for each id the literals of which one must occur; none for an id that always
   *     may
   */
  LiteralIndex(List<List<String>> literals) {
    List<int[]> trie = new ArrayList<>();
    List<List<Integer>> ends = new ArrayList<>();
    addState(trie, ends);
    for (int id = 0; id < literals.size(); id++) {
      for (String literal : literals.get(id)) {
        ends.get(insert(literal, trie, ends)).add(id);
      }
    }
    next = new int[trie.size() * SYMBOLS];
    link(trie, ends);
    found = ends.stream().map(ids -> ids.stream().mapToInt(i -> i).toArray()).toArray(int[][]::new);
  }

  private static void addState(List<int[]> trie, List<List<Integer>> ends) {
    trie.add(new int[SYMBOLS]);
    ends.add(new ArrayList<>());
  }

  private static int insert(String literal, List<int[]> trie, List<List<Integer>> ends) {
    int state = 0;
    for (int i = 0; i < literal.length(); i++) {
      int symbol = symbol(literal.charAt(i));
      if (trie.get(state)[symbol] == 0) {
        trie.get(state)[symbol] = trie.size();
        addState(trie, ends);
      }
      state = trie.get(state)[symbol];
    }
    return state;
  }

  /** Completes the transitions breadth first by each state's longest proper suffix state. */
  private void link(List<int[]> trie, List<List<Integer>> ends) {
    int[] suffix = new int[trie.size()];
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
    while (!queue.isEmpty()) {
      int state = queue.remove();
      for (int symbol = 0; symbol < SYMBOLS; symbol++) {
        int child = trie.get(state)[symbol];
        int fallback = state == 0 ? 0 : next[suffix[state] * SYMBOLS + symbol];
        next[state * SYMBOLS + symbol] = child == 0 ? fallback : child;
        if (child != 0) {
          suffix[child] = fallback;
          ends.get(child).addAll(ends.get(fallback));
          queue.add(child);
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
