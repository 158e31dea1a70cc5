package dev.prospector.adapter.store.internal.database;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** In what the two databases differ. Statements are written for PostgreSQL. */
public enum Dialect {
  SQLITE,
  POSTGRESQL;

  private static final Pattern CAST =
      Pattern.compile("cast\\((:[a-zA-Z]+|\\?) as (jsonb?|date)\\)");
  private static final Pattern LOCK =
      Pattern.compile("\\s+for (update|no key update|key share)( of [a-z]+)?( skip locked)?");

  /** Returns a statement as this database understands it. */
  public String sql(String statement) {
    return this == POSTGRESQL
        ? statement
        : LOCK.matcher(CAST.matcher(statement).replaceAll("$1")).replaceAll("");
  }

  /** Returns the condition that a column is among the numbers of a {@link #list}, one place. */
  public String among(String column) {
    return this == POSTGRESQL
        ? column + " = any (cast(? as bigint[]))"
        : column + " in (select value from json_each(?))";
  }

  /** Returns the condition that a column is among the {@link #texts}, one place. */
  public String amongTexts(String column) {
    return this == POSTGRESQL
        ? column + " = any (?)"
        : column + " in (select value from json_each(?))";
  }

  /** Returns what has a table be asked by an index that SQLite does not take by itself. */
  public String by(String index) {
    return this == POSTGRESQL ? "" : " indexed by " + index;
  }

  /** Returns numbers as the value of one place. */
  public String list(Collection<Long> numbers) {
    String joined = numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    return this == POSTGRESQL ? "{" + joined + "}" : "[" + joined + "]";
  }

  /** Returns texts as the value of one place. */
  public Object texts(Collection<String> texts) {
    return this == POSTGRESQL ? texts.toArray(String[]::new) : Json.text(texts);
  }

  /** Returns the folder of its scripts. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the isolation in which several queries see one state; readers do not block writers. */
  public TransactionIsolationLevel reading() {
    return this == POSTGRESQL
        ? TransactionIsolationLevel.REPEATABLE_READ
        : TransactionIsolationLevel.SERIALIZABLE;
  }
}
