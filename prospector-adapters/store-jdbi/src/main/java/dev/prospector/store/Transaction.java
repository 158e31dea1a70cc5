package dev.prospector.store;

import org.jdbi.v3.core.Handle;

/** The transaction of one group, in the writer's thread; of no use after it. */
final class Transaction {

  private final Handle handle;

  Transaction(Handle handle) {
    this.handle = handle;
  }

  /** Returns what asks questions and makes single statements. */
  Handle handle() {
    return handle;
  }

  /** Returns rows for one statement, whose places are question marks. */
  Rows rows(String statement) {
    return new Rows(handle.getConnection(), statement);
  }
}
