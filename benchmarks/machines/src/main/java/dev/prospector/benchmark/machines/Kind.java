package dev.prospector.benchmark.machines;

import java.sql.SQLException;

/** The contenders. */
enum Kind {
  SCHEDULER_LEAD("db-scheduler alone, a task per lead", DbSchedulerAlone::taskPerLead),
  SCHEDULER_STEP("db-scheduler alone, a task per step", DbSchedulerAlone::taskPerStep),
  PROSPECTOR("Prospector over db-scheduler, with its journal", ProspectorLeads::stored),
  PROSPECTOR_IN_MEMORY("Prospector over db-scheduler, no journal", ProspectorLeads::inMemory),
  DBOS("DBOS Transact 1.1.0-m6, a workflow per lead", DbosWorkflows::new);

  private final String title;
  private final Maker maker;

  Kind(String title, Maker maker) {
    this.title = title;
    this.maker = maker;
  }

  /** Makes a contender on an empty database. */
  private interface Maker {
    Contender make(String url, int threads) throws SQLException;
  }

  String title() {
    return title;
  }

  Contender open(String url, int threads) throws SQLException {
    return maker.make(url, threads);
  }
}
