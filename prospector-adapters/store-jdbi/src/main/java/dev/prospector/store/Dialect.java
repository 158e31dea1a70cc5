package dev.prospector.store;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** In what the two databases differ. Statements are written for PostgreSQL. */
enum Dialect {
  SQLITE,
  POSTGRESQL;

  private static final Pattern JSON = Pattern.compile("cast\\((:[a-zA-Z]+|\\?) as jsonb?\\)");

  /** Returns a statement as this database understands it. */
  String sql(String statement) {
    return this == POSTGRESQL
        ? statement
        : JSON.matcher(statement).replaceAll("$1").replace(" for update", "");
  }

  /** Returns the folder of its scripts. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the isolation in which several queries see one state; readers block nobody. */
  TransactionIsolationLevel reading() {
    return this == POSTGRESQL
        ? TransactionIsolationLevel.REPEATABLE_READ
        : TransactionIsolationLevel.SERIALIZABLE;
  }
}
