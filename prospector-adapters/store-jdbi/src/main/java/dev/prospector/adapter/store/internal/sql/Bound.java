package dev.prospector.adapter.store.internal.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** A statement with the values for its places. */
public record Bound(String sql, Values values) {

  /** Puts values at places that follow one another. */
  public interface Values {
    /** Returns the first place after them. */
    int put(PreparedStatement statement, int first) throws SQLException;
  }

  /**
   * Returns a statement with values, bound by hand, since the one thread that writes has no time to
   * look places up by name.
   *
   * @param values strings, arrays of strings, numbers and bytes in the order of the places; null is
   *     an absent string
   */
  public static Bound of(String sql, @Nullable Object... values) {
    return new Bound(sql, (prepared, first) -> put(prepared, values, first));
  }

  /** Puts values at places that follow one another, and returns the first after them. */
  public static int put(PreparedStatement prepared, @Nullable Object[] values, int first)
      throws SQLException {
    int place = first;
    for (Object value : values) {
      put(prepared, place++, value);
    }
    return place;
  }

  private static void put(PreparedStatement prepared, int place, @Nullable Object value)
      throws SQLException {
    if (value instanceof String text) {
      prepared.setString(place, text);
    } else if (value instanceof Long number) {
      prepared.setLong(place, number);
    } else if (value instanceof Integer number) {
      prepared.setInt(place, number);
    } else if (value instanceof byte[] bytes) {
      prepared.setBytes(place, bytes);
    } else if (value instanceof String[] texts) {
      prepared.setArray(place, prepared.getConnection().createArrayOf("text", texts));
    } else if (value == null) {
      prepared.setNull(place, Types.VARCHAR);
    } else {
      throw new IllegalArgumentException("a value of " + value.getClass() + " is not bound");
    }
  }
}
