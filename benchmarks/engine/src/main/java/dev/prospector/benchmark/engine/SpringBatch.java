package dev.prospector.benchmark.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.support.CompositeItemProcessor;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

/**
 * Spring Batch: sixteen processors composed into one, chunks of a hundred leads. It checkpoints per
 * chunk, not per step, and its processors are plain calls on one thread.
 */
final class SpringBatch implements Contender {

  private static final int CHUNK = 100;

  private final AtomicInteger jobs = new AtomicInteger();

  @Override
  public String name() {
    return "Spring Batch, chunk 100, 16 processors";
  }

  @Override
  public void run(int leads) throws Exception {
    ResourcelessJobRepository repository = new ResourcelessJobRepository();
    Job job =
        new JobBuilder("job" + jobs.incrementAndGet(), repository)
            .start(step(leads, repository))
            .build();
    TaskExecutorJobLauncher launcher = new TaskExecutorJobLauncher();
    launcher.setJobRepository(repository);
    launcher.afterPropertiesSet();
    JobExecution execution = launcher.run(job, new JobParameters());
    if (execution.getStatus().isUnsuccessful()) {
      throw new IllegalStateException(execution.getAllFailureExceptions().toString());
    }
  }

  private static Step step(int leads, JobRepository repository) throws Exception {
    AtomicInteger read = new AtomicInteger();
    return new StepBuilder("step", repository)
        .<Map<String, String>, Map<String, String>>chunk(CHUNK)
        .reader(() -> read.getAndIncrement() < leads ? new HashMap<>() : null)
        .processor(processors())
        .writer(chunk -> {})
        .transactionManager(new ResourcelessTransactionManager())
        .build();
  }

  private static CompositeItemProcessor<Map<String, String>, Map<String, String>> processors()
      throws Exception {
    List<ItemProcessor<?, ?>> processors = new ArrayList<>();
    for (int k = 0; k < Work.AGENTS; k++) {
      String key = Work.key(k);
      processors.add(
          (ItemProcessor<Map<String, String>, Map<String, String>>)
              state -> {
                state.put(key, Work.step());
                return state;
              });
    }
    CompositeItemProcessor<Map<String, String>, Map<String, String>> composite =
        new CompositeItemProcessor<>();
    composite.setDelegates(processors);
    composite.afterPropertiesSet();
    return composite;
  }
}
