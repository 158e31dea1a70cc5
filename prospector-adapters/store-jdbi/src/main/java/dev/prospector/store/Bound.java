package dev.prospector.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A statement with the values for its places. */
record Bound(String sql, Values values) {

  /** Puts values at places that follow one another. */
  interface Values {
    /** Returns the first place after them. */
    int put(PreparedStatement statement, int first) throws SQLException;
  }
}
