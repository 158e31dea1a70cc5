package dev.prospector.benchmark.machines;

import com.zaxxer.hikari.HikariDataSource;
import dev.dbos.transact.DBOS;
import dev.dbos.transact.StartWorkflowOptions;
import dev.dbos.transact.config.DBOSConfig;
import dev.dbos.transact.workflow.Queue;
import dev.dbos.transact.workflow.Workflow;
import dev.dbos.transact.workflow.WorkflowHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** DBOS Transact: a workflow per lead from a queue, each step a durable step of its own. */
final class DbosWorkflows implements Contender {

  private static final int ENQUEUERS = 16;

  private final HikariDataSource pool;
  private final DBOS dbos;
  private final LeadWorkflow leads;
  private final ExecutorService enqueuers = Executors.newFixedThreadPool(ENQUEUERS);

  DbosWorkflows(String url, int threads) {
    this.pool = Pool.open(url);
    this.dbos =
        new DBOS(
            DBOSConfig.defaults("benchmark")
                .withDataSource(pool)
                .withAppVersion("1")
                .withExecutorId("one")
                .withListenQueue("leads"));
    dbos.registerQueue(
        new Queue("leads")
            .withWorkerConcurrency(threads)
            .withPollingInterval(Duration.ofMillis(100)));
    this.leads = dbos.registerProxy(LeadWorkflow.class, new SixteenSteps(dbos));
    dbos.launch();
  }

  /** DBOS wraps this interface. */
  public interface LeadWorkflow {
    /** Passes one lead through its steps. */
    int work(String lead);
  }

  /** Public since DBOS calls it by reflection. */
  public static final class SixteenSteps implements LeadWorkflow {
    private final DBOS dbos;

    SixteenSteps(DBOS dbos) {
      this.dbos = dbos;
    }

    @Override
    @Workflow(name = "lead")
    public int work(String lead) {
      int length = 0;
      for (int i = 0; i < Work.STEPS; i++) {
        length += dbos.<String, RuntimeException>runStep(Work::step, "step-" + i).length();
      }
      return length;
    }
  }

  @Override
  public void run(String batch, int count) throws Exception {
    List<Future<WorkflowHandle<Integer, RuntimeException>>> started = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String lead = batch + "-" + i;
      started.add(
          enqueuers.submit(
              () ->
                  dbos.<Integer, RuntimeException>startWorkflow(
                      () -> leads.work(lead), new StartWorkflowOptions(lead).withQueue("leads"))));
    }
    for (Future<WorkflowHandle<Integer, RuntimeException>> handle : started) {
      if (handle.get().getResult() != Work.STEPS * Work.LENGTH) {
        throw new IllegalStateException("a workflow lost a step");
      }
    }
  }

  @Override
  public void close() {
    enqueuers.shutdown();
    dbos.shutdown();
    pool.close();
  }
}
