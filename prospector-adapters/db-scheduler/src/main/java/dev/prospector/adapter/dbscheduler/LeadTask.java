package dev.prospector.adapter.dbscheduler;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.prospector.run.Dispatcher.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What db-scheduler does with the assignment of a lead: asks the worker, and notes the answer. */
final class LeadTask {

  private static final Logger LOG = LoggerFactory.getLogger(LeadTask.class);
  private static final int MOST_DOUBLINGS = 30;

  private final Worker worker;
  private final AnswerWriter answers;
  private final DbSchedulerOptions options;
  private final Set<String> working;

  /**
   * Describes the task.
   *
   * @param working the leads in progress in this process, shared by all its workers
   */
  LeadTask(Worker worker, AnswerWriter answers, DbSchedulerOptions options, Set<String> working) {
    this.worker = worker;
    this.answers = answers;
    this.options = options;
    this.working = working;
  }

  CustomTask<Void> task() {
    return Tasks.custom(ScheduledTable.TASK, Void.class)
        .onFailure((complete, operations) -> broken(complete))
        .execute((instance, context) -> execute(context));
  }

  private CompletionHandler<Void> execute(ExecutionContext context) {
    Execution execution = context.getExecution();
    if (!working.add(execution.getId())) {
      // It was taken for dead while it is alive here, and given to us of all.
      return (complete, operations) -> answers.add(later(execution));
    }
    Answer answer = work(context);
    return (complete, operations) -> worked(answer);
  }

  /** Until its answer is written this process does not treat it as abandoned. */
  private void worked(Answer answer) {
    answers.add(answer);
    working.remove(answer.key());
  }

  private Answer work(ExecutionContext context) {
    Execution execution = context.getExecution();
    String key = execution.getId();
    try {
      return answer(execution, worker.work(LeadKey.parse(key)));
    } catch (InterruptedException e) {
      return context.getSchedulerState().isShuttingDown()
          ? Answer.again(key, execution.version, execution.executionTime, 0)
          : later(execution);
    } catch (RuntimeException e) {
      LOG.warn("a worker failed with {}: lead {} is put off", e.getClass().getName(), key);
      LOG.debug("a worker failed on lead {}", key, e);
      return later(execution).ofBegun();
    } finally {
      // The interrupt was meant for the worker, not for what is written afterwards.
      Thread.interrupted();
    }
  }

  private Answer answer(Execution execution, Worker.Answer answer) {
    return answer == Worker.Answer.DONE
        ? Answer.forget(execution.getId(), execution.version)
        : later(execution);
  }

  private Answer later(Execution execution) {
    int before = execution.consecutiveFailures;
    Duration delay = options.firstDelay().multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
    Duration longest = options.longestDelay();
    Instant due = now().plus(delay.compareTo(longest) < 0 ? delay : longest);
    return Answer.again(execution.getId(), execution.version, due, before + 1);
  }

  /** An error that no worker is expected to survive; db-scheduler has logged it. */
  private void broken(ExecutionComplete complete) {
    worked(later(complete.getExecution()).ofBegun());
  }

  private Instant now() {
    return options.clock().instant();
  }
}
