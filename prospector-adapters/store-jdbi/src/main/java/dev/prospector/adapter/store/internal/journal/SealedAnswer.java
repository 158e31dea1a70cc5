package dev.prospector.adapter.store.internal.journal;

import dev.prospector.adapter.store.internal.sql.Seal;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Answers that only who knows the question can read: sealed under a key derived from the question's
 * key, found under another hash of it.
 */
final class SealedAnswer {

  private SealedAnswer() {}

  /** Returns the name of the row. */
  static String question(String key) {
    return HexFormat.of().formatHex(Seal.sha256("question\n" + key));
  }

  static byte[] seal(String key, String answer) {
    return Seal.seal("answer\n" + key, answer);
  }

  /** Returns the answer; empty if the row is not what was written. */
  static Optional<String> open(String key, byte[] locked) {
    return Seal.open("answer\n" + key, locked);
  }
}
