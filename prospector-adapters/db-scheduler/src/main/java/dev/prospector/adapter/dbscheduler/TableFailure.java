package dev.prospector.adapter.dbscheduler;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import java.sql.SQLException;

/** Says what a failure of the database means for who asked. */
final class TableFailure {

  private TableFailure() {}

  static PortException of(SQLException e) {
    String state = e.getSQLState();
    if (state == null) {
      return new PortException(
          "dispatcher", "there is no connection to be had", RetryAdvice.backOff(), e);
    }
    boolean lasting = state.startsWith("22") || state.startsWith("23") || state.startsWith("42");
    return new PortException(
        "dispatcher",
        "the server refused with SQLSTATE " + state,
        lasting ? RetryAdvice.never() : RetryAdvice.backOff(),
        e);
  }

  /** Returns whether two processes stood in each other's way, so that the same may now succeed. */
  static boolean isOfTwoProcesses(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith("40");
  }
}
