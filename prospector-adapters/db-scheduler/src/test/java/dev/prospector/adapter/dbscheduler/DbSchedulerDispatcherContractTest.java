package dev.prospector.adapter.dbscheduler;

import dev.prospector.testkit.contract.DispatcherContract;
import java.sql.SQLException;
import java.time.Duration;

/** Several processes on one PostgreSQL. */
class DbSchedulerDispatcherContractTest extends DispatcherContract {

  @Override
  protected Class<? extends Machine> machine() {
    return PostgresMachine.class;
  }

  @Override
  protected String place() {
    String url = Server.fresh();
    try (PostgresMachine first = new PostgresMachine()) {
      first.join(url, 1, Duration.ZERO);
    }
    return url;
  }

  @Override
  protected long kept(String place) {
    try {
      return Long.parseLong(Server.query(place, "select count(*) from prospector_scheduled_tasks"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The lease, and one look for the dead. */
  @Override
  protected Duration takeover() {
    return DbSchedulerOptions.defaults().lease().plusSeconds(1);
  }
}
