package dev.prospector.adapter.store.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Instants as numbers that databases put in order: nanoseconds since 1970, from 1677 to 2262. What
 * lies beyond is the end of that time.
 */
public final class Nanos {

  private static final long IN_A_SECOND = 1_000_000_000L;

  private Nanos() {}

  public static long of(Instant instant) {
    try {
      return Math.addExact(
          Math.multiplyExact(instant.getEpochSecond(), IN_A_SECOND), instant.getNano());
    } catch (ArithmeticException e) {
      return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  public static @Nullable Long of(Optional<Instant> instant) {
    return instant.map(Nanos::of).orElse(null);
  }

  public static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, IN_A_SECOND), Math.floorMod(nanos, IN_A_SECOND));
  }

  /** Returns the instant in a column; empty if there is none. */
  public static Optional<Instant> read(ResultSet row, String column) throws SQLException {
    long nanos = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(instant(nanos));
  }
}
