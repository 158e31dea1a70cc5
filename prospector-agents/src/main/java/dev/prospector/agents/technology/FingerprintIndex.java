package dev.prospector.agents.technology;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fingerprints of one place, with those found quickly that may match a text. Immutable. */
final class FingerprintIndex {

  private final List<Fingerprint> fingerprints;

  /** For each fingerprint the ids of its clauses of literals, all of which must occur. */
  private final List<BitSet> clauses = new ArrayList<>();

  private final LiteralIndex literals;

  FingerprintIndex(List<Fingerprint> fingerprints) {
    this.fingerprints = List.copyOf(fingerprints);
    Map<List<String>, Integer> ids = new LinkedHashMap<>();
    for (Fingerprint fingerprint : fingerprints) {
      BitSet own = new BitSet();
      for (List<String> clause : fingerprint.literals()) {
        ids.putIfAbsent(clause, ids.size());
        own.set(ids.getOrDefault(clause, 0));
      }
      clauses.add(own);
    }
    literals = new LiteralIndex(List.copyOf(ids.keySet()));
  }

  /** Returns the fingerprints that may match within the part of the text, in fixed order. */
  List<Fingerprint> candidates(String text, int from, int to) {
    BitSet occurring = literals.idsIn(text, from, to);
    List<Fingerprint> candidates = new ArrayList<>();
    for (int i = 0; i < fingerprints.size(); i++) {
      if (isWithin(clauses.get(i), occurring)) {
        candidates.add(fingerprints.get(i));
      }
    }
    return candidates;
  }

  private static boolean isWithin(BitSet required, BitSet occurring) {
    for (int id = required.nextSetBit(0); id >= 0; id = required.nextSetBit(id + 1)) {
      if (!occurring.get(id)) {
        return false;
      }
    }
    return true;
  }
}
