package dev.prospector.adapter.dbscheduler;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import dev.prospector.error.PortException;
import dev.prospector.run.Dispatcher.Worker;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** db-scheduler at work in this process, from its start to its end. */
final class ServingProcess {

  /** More work is fetched when one thread in ten is idle, and never more than can begin at once. */
  private static final double FETCH_WHEN_BUSY = 0.9;

  /** An interrupt ends a step within a second; what takes longer is left to the lease. */
  private static final long MOST_SECONDS_INTERRUPTED = 5;

  private static final Logger LOG = LoggerFactory.getLogger(ServingProcess.class);

  private final DataSource source;
  private final ScheduledTable table;
  private final DbSchedulerOptions options;
  private final AnswerWriter answers;
  private final ExecutorService threads;
  private volatile @Nullable Scheduler scheduler;

  ServingProcess(DataSource source, ScheduledTable table, DbSchedulerOptions options) {
    this.source = source;
    this.table = table;
    this.options = options;
    this.answers = new AnswerWriter(table, options.clock());
    this.threads = LeadThreads.forLeads(options.leads());
  }

  /**
   * Begins to take work.
   *
   * @param working the leads in progress in this process, shared by all its workers
   */
  Scheduler start(Worker worker, Set<String> working) {
    LeadTask lead = new LeadTask(worker, answers, options, working);
    Scheduler serving =
        Scheduler.create(source, lead.task())
            .tableName(ScheduledTable.NAME)
            .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
            .commitWhenAutocommitDisabled(true)
            .schedulerName(new SchedulerName.Fixed("process " + ProcessHandle.current().pid()))
            .clock(() -> options.clock().instant())
            .threads(options.leads())
            .executorService(threads)
            .dueExecutor(LeadThreads.forPolling())
            .housekeeperExecutor(
                LeadThreads.forHousekeeping(options, () -> lookForTheDead(working)))
            .pollUsingLockAndFetch(FETCH_WHEN_BUSY, 1.0)
            .pollingInterval(options.poll())
            .enablePriority()
            .heartbeatInterval(options.heartbeat())
            .missedHeartbeatsLimit(options.missedHeartbeats())
            .shutdownMaxWait(options.patience())
            .failureLogging(LogLevel.WARN, false)
            .build();
    scheduler = serving;
    serving.start();
    return serving;
  }

  /** What goes wrong here is tried again at the next look. */
  private void lookForTheDead(Set<String> working) {
    try {
      Instant heardOf = options.clock().instant().minus(options.lease());
      Set<String> alive = new HashSet<>(working);
      alive.addAll(answers.unwritten());
      int taken = table.takeFromTheDead(heardOf, alive);
      Scheduler waiting = scheduler;
      if (taken > 0 && waiting != null) {
        LOG.info("{} leads go on whose processes were not heard of", taken);
        waiting.triggerCheckForDueExecutions();
      }
    } catch (PortException e) {
      LOG.info("Leads of dead processes could not be looked for: {}", e.getMessage());
    }
  }

  /** Takes no more, waits for what runs, and writes what became of it. */
  void stop(Scheduler scheduler) {
    Thread stopping = new Thread(() -> end(scheduler), "prospector-dispatch-end");
    stopping.start();
    LeadThreads.awaitEnd(stopping);
  }

  private void end(Scheduler scheduler) {
    scheduler.stop();
    try {
      // Where patience was short, those interrupted are still about to give their leads back.
      boolean unused = threads.awaitTermination(MOST_SECONDS_INTERRUPTED, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    answers.close();
  }
}
