package dev.prospector.adapter.store.internal.database;

import dev.prospector.error.PortException;
import dev.prospector.error.ProspectorException;
import dev.prospector.error.RetryAdvice;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what a failure of the database means for who asked. Messages name the kind of failure and
 * never repeat values.
 */
public final class StoreFailure {

  /** Result codes of SQLite (sqlite.org/rescode.html). */
  private static final int SQLITE_BUSY = 5;

  private static final int SQLITE_LOCKED = 6;
  private static final int SQLITE_READONLY = 8;

  private static final int SQLITE_CORRUPT = 11;
  private static final int SQLITE_FULL = 13;
  private static final int SQLITE_CANTOPEN = 14;
  private static final int SQLITE_NOTADB = 26;

  private StoreFailure() {}

  /** Returns the error to throw; our own and a caller's mistake stay as they are. */
  public static RuntimeException of(Throwable thrown) {
    if (thrown instanceof ProspectorException || thrown instanceof IllegalArgumentException) {
      return (RuntimeException) thrown;
    }
    Optional<SQLException> cause = sql(thrown);
    if (cause.isEmpty()) {
      return new PortException("store", "the database failed", RetryAdvice.never(), thrown);
    }
    SQLException e = cause.get();
    return e.getSQLState() == null ? ofSqlite(e) : ofState(e, e.getSQLState());
  }

  /** A record that was read is not the one that was written. */
  public static PortException damaged(String what) {
    return new PortException(
        "store",
        what + " is damaged: restore the database from a backup, or forget the lead",
        RetryAdvice.never());
  }

  /** Returns whether trying the requests of a group one by one can separate good from bad. */
  public static boolean isOfOneRequest(Throwable thrown) {
    Optional<SQLException> cause = sql(thrown);
    if (cause.isEmpty()) {
      return true;
    }
    String state = cause.get().getSQLState();
    return state == null
        ? code(cause.get()) == 1 || code(cause.get()) >= 18 && code(cause.get()) <= 20
        : state.startsWith("22") || state.startsWith("23");
  }

  /** Returns whether two processes stood in each other's way, so that the same may now succeed. */
  public static boolean isOfTwoProcesses(Throwable thrown) {
    return state(thrown).filter(state -> state.startsWith("40")).isPresent();
  }

  /** Returns the state by which a server names a failure. */
  public static Optional<String> state(Throwable thrown) {
    return sql(thrown).map(SQLException::getSQLState);
  }

  private static PortException ofSqlite(SQLException e) {
    return switch (code(e)) {
      case 0 ->
          new PortException("store", "there is no connection to be had", RetryAdvice.backOff(), e);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new PortException(
              "store",
              "another program keeps the file locked: end it, or try again later",
              RetryAdvice.backOff(),
              e);
      case SQLITE_CANTOPEN ->
          new PortException(
              "store",
              "the file cannot be opened: check its folder and permissions",
              RetryAdvice.never(),
              e);
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          new PortException(
              "store",
              "the file is damaged or not a database: restore it from a backup",
              RetryAdvice.never(),
              e);
      case SQLITE_READONLY ->
          new PortException("store", "the file cannot be written", RetryAdvice.never(), e);
      case SQLITE_FULL -> new PortException("store", "the disk is full", RetryAdvice.backOff(), e);
      default ->
          new PortException(
              "store", "SQLite failed with code " + code(e), RetryAdvice.backOff(), e);
    };
  }

  private static PortException ofState(SQLException e, String state) {
    boolean lasting = state.startsWith("22") || state.startsWith("23") || state.startsWith("42");
    // The server's words about a bad value may repeat it.
    @Nullable Throwable cause = state.startsWith("22") || state.startsWith("23") ? null : e;
    return new PortException(
        "store",
        meaning(state) + " (SQLSTATE " + state + ")",
        lasting ? RetryAdvice.never() : RetryAdvice.backOff(),
        cause);
  }

  /** By the classes of the SQL standard, as PostgreSQL fills them. */
  private static String meaning(String state) {
    return switch (state.substring(0, Math.min(2, state.length()))) {
      case "08" -> "the server cannot be reached";
      case "28" -> "the server does not accept the user or the password";
      case "3D" -> "the server has no such database";
      case "53" -> "the server has no room or no connections left";
      case "57" -> "the server is shutting down or starting";
      default -> "the server refused";
    };
  }

  /** The primary code, which extended ones carry in their lowest byte. */
  private static int code(SQLException e) {
    return e.getErrorCode() & 0xff;
  }

  private static Optional<SQLException> sql(@Nullable Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SQLException e) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }
}
