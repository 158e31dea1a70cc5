package dev.prospector.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.prospector.error.InputException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a snapshot's text in UTF-8, as 64 lower-case hexadecimal digits: equal texts have
 * equal ids, so a mirror is recognised as one.
 */
public record SnapshotId(@JsonValue String sha256) {

  /** Checks the form. */
  @JsonCreator
  public SnapshotId {
    if (sha256.length() != 64 || !sha256.chars().allMatch(SnapshotId::isHex)) {
      throw new InputException("not a SHA-256 in lower-case hexadecimal digits: '" + sha256 + "'");
    }
  }

  /** Returns the id of a text. */
  public static SnapshotId of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new SnapshotId(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static boolean isHex(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
  }

  @Override
  public String toString() {
    return sha256;
  }
}
