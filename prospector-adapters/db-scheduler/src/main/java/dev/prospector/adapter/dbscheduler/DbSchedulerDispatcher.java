package dev.prospector.adapter.dbscheduler;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.prospector.run.Dispatcher;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/**
 * Spreads leads over every process that serves on one PostgreSQL, by db-scheduler. Each lead is a
 * task of its own: it waits in the table {@code prospector_scheduled_tasks}, oldest first, is taken
 * by a process that has room, and given to another one when that process was not heard of for the
 * length of the lease.
 *
 * <p>Safe for several threads.
 */
public final class DbSchedulerDispatcher implements Dispatcher {

  private static final int MOST_IN_A_STATEMENT = 1_000;

  private final DataSource source;
  private final DbSchedulerOptions options;
  private final ScheduledTable table;
  private final Set<String> working = ConcurrentHashMap.newKeySet();
  private final List<Scheduler> serving = new CopyOnWriteArrayList<>();

  private DbSchedulerDispatcher(DataSource source, DbSchedulerOptions options) {
    this.source = source;
    this.options = options;
    this.table = ScheduledTable.open(source, options.migrates());
  }

  /**
   * Returns a dispatcher on a host's own connections, which stay the host's; four at a time are
   * enough for a process that serves.
   *
   * @throws dev.prospector.error.ConfigurationException if they do not lead to PostgreSQL, or there
   *     is no table
   * @throws dev.prospector.error.PortException if it cannot be reached
   */
  public static DbSchedulerDispatcher open(DataSource postgresql, DbSchedulerOptions options) {
    return new DbSchedulerDispatcher(postgresql, options);
  }

  @Override
  public void dispatch(List<Assignment> leads) {
    List<String> keys = leads.stream().map(LeadKey::of).distinct().toList();
    for (int from = 0; from < keys.size(); from += MOST_IN_A_STATEMENT) {
      int to = Math.min(keys.size(), from + MOST_IN_A_STATEMENT);
      table.dispatch(keys.subList(from, to), options.clock().instant());
      serving.forEach(Scheduler::triggerCheckForDueExecutions);
    }
  }

  @Override
  public Serving serve(Worker worker) {
    ServingProcess process = new ServingProcess(source, table, options);
    Scheduler scheduler = process.start(worker, working);
    serving.add(scheduler);
    return () -> {
      if (serving.remove(scheduler)) {
        process.stop(scheduler);
      }
    };
  }
}
