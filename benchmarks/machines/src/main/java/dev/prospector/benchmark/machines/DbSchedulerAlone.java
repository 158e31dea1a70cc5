package dev.prospector.benchmark.machines;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** db-scheduler with tasks that do nothing but count: no journal, no events, no results kept. */
final class DbSchedulerAlone implements Contender {

  private static final int BATCH = 1_000;
  private static final String TABLE =
      """
      create table scheduled_tasks (
        task_name text not null, task_instance text not null, task_data bytea,
        execution_time timestamptz not null, picked boolean not null, picked_by text,
        last_success timestamptz, last_failure timestamptz, consecutive_failures int,
        last_heartbeat timestamptz, version bigint not null, priority smallint,
        primary key (task_name, task_instance));
      create index on scheduled_tasks (execution_time);
      create index on scheduled_tasks (last_heartbeat);
      """;

  private final int stepsPerTask;
  private final HikariDataSource pool;
  private final Semaphore completed = new Semaphore(0);
  private final OneTimeTask<Void> task;
  private final Scheduler scheduler;

  private DbSchedulerAlone(String url, int threads, int stepsPerTask) throws SQLException {
    this.stepsPerTask = stepsPerTask;
    this.pool = Pool.open(url);
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
    this.task = Tasks.oneTime("lead", Void.class).execute((instance, context) -> steps());
    this.scheduler =
        Scheduler.create(pool, task)
            .threads(threads)
            // What its manual advises for many short tasks, and what was fastest here.
            .pollUsingLockAndFetch(1.0, 4.0)
            .pollingInterval(Duration.ofMillis(100))
            .heartbeatInterval(Duration.ofSeconds(3))
            .missedHeartbeatsLimit(4)
            .addSchedulerListener(new CountCompleted(completed))
            .build();
    scheduler.start();
  }

  /** One task a lead, which passes all its steps. */
  static Contender taskPerLead(String url, int threads) throws SQLException {
    return new DbSchedulerAlone(url, threads, Work.STEPS);
  }

  /** One task a step; they do not even wait for one another. */
  static Contender taskPerStep(String url, int threads) throws SQLException {
    return new DbSchedulerAlone(url, threads, 1);
  }

  private static final class CountCompleted extends AbstractSchedulerListener {
    private final Semaphore completed;

    CountCompleted(Semaphore completed) {
      this.completed = completed;
    }

    @Override
    public void onExecutionComplete(ExecutionComplete complete) {
      completed.release();
    }
  }

  private void steps() {
    for (int i = 0; i < stepsPerTask; i++) {
      if (Work.step().isEmpty()) {
        throw new AssertionError("keeps the text from being optimised away");
      }
    }
  }

  @Override
  public void run(String batch, int leads) throws InterruptedException {
    int tasks = leads * Work.STEPS / stepsPerTask;
    Instant now = Instant.now();
    for (int from = 0; from < tasks; from += BATCH) {
      List<TaskInstance<?>> instances = new ArrayList<>();
      for (int i = from; i < Math.min(tasks, from + BATCH); i++) {
        instances.add(task.instance(batch + "-" + i));
      }
      scheduler.scheduleBatch(instances, now);
      scheduler.triggerCheckForDueExecutions();
    }
    completed.acquire(tasks);
  }

  @Override
  public void close() {
    scheduler.stop();
    pool.close();
  }
}
