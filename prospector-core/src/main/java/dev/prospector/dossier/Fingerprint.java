package dev.prospector.dossier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.prospector.error.InputException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a step's inputs: results are stored under it, so the same question is asked once
 * and a change re-runs exactly what depends on it.
 *
 * <p>Immutable.
 */
public final class Fingerprint {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final long a;
  private final long b;
  private final long c;
  private final long d;

  private Fingerprint(byte[] digest) {
    this.a = (long) LONGS.get(digest, 0);
    this.b = (long) LONGS.get(digest, 8);
    this.c = (long) LONGS.get(digest, 16);
    this.d = (long) LONGS.get(digest, 24);
  }

  /** Returns a hasher over nothing yet. */
  public static Hasher hasher() {
    try {
      return new Hasher(MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /**
   * Returns the fingerprint written as 64 hexadecimal digits.
   *
   * @throws InputException if it is not
   */
  @JsonCreator
  public static Fingerprint parse(String hex) {
    if (hex.length() != 64 || !hex.chars().allMatch(HexFormat::isHexDigit)) {
      throw new InputException("a fingerprint has 64 hexadecimal digits: '" + hex + "'");
    }
    return new Fingerprint(HexFormat.of().parseHex(hex));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fingerprint f && a == f.a && b == f.b && c == f.c && d == f.d;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(a);
  }

  /** Returns 64 lower-case hexadecimal digits. */
  @Override
  @JsonValue
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(a) + hex.toHexDigits(b) + hex.toHexDigits(c) + hex.toHexDigits(d);
  }

  /**
   * Collects what a fingerprint is over. Every part is preceded by its length, so that no two lists
   * of parts look alike. Confined to one thread.
   */
  public static final class Hasher {

    private final MessageDigest digest;
    private final byte[] bytes = new byte[4 * Long.BYTES];

    private Hasher(MessageDigest digest) {
      this.digest = digest;
    }

    /** Adds a text. */
    public Hasher add(String text) {
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      add(encoded.length);
      digest.update(encoded);
      return this;
    }

    /** Adds a number. */
    public Hasher add(long number) {
      LONGS.set(bytes, 0, number);
      digest.update(bytes, 0, Long.BYTES);
      return this;
    }

    /** Adds another fingerprint. */
    public Hasher add(Fingerprint other) {
      LONGS.set(bytes, 0, other.a);
      LONGS.set(bytes, 8, other.b);
      LONGS.set(bytes, 16, other.c);
      LONGS.set(bytes, 24, other.d);
      digest.update(bytes);
      return this;
    }

    /** Returns a hasher that goes on from here, independently of this one. */
    public Hasher fork() {
      try {
        return new Hasher((MessageDigest) digest.clone());
      } catch (CloneNotSupportedException e) {
        throw new AssertionError("the platform's SHA-256 can be cloned", e);
      }
    }

    /** Returns the fingerprint of everything added, and starts anew. */
    public Fingerprint finish() {
      return new Fingerprint(digest.digest());
    }
  }
}
