package dev.prospector.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.adapter.store.Store;
import dev.prospector.agents.Pipelines;
import dev.prospector.budget.Budget;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.model.Models;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.run.Dispatcher;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.spring.internal.ProspectorProperties;
import dev.prospector.store.RunStore;
import dev.prospector.tracking.webhook.WebhookStore;
import dev.prospector.web.PageSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An application that sets nothing. */
@ExtendWith(OutputCaptureExtension.class)
class DefaultsTest {

  @Test
  void everythingIsThereWithoutAnyProperty() {
    Boot.runner()
        .run(
            context -> {
              assertThat(context).hasSingleBean(Prospector.class).hasSingleBean(Budget.class);
              assertThat(context.getBean(RunStore.class)).isInstanceOf(InMemoryRunStore.class);
              assertThat(context.getBean(Pipeline.class).toText())
                  .isEqualTo(Pipelines.standard().toText());
              assertThat(context.getBean(ProspectorLifecycle.class).isRunning()).isTrue();
            });
  }

  @Test
  void whatIsNotConfiguredIsNotThere() {
    Boot.runner()
        .run(
            context -> {
              assertThat(context)
                  .doesNotHaveBean(PageSource.class)
                  .doesNotHaveBean(Models.class)
                  .doesNotHaveBean(SuppressionList.class)
                  .doesNotHaveBean(Dispatcher.class)
                  .doesNotHaveBean(WebhookStore.class);
              assertThat(context.getBeanProvider(Store.class).getIfAvailable()).isNull();
            });
  }

  @Test
  void aRunGoesThroughTheStandardPipeline() {
    Boot.runner()
        .run(
            context -> {
              Lead lead = Lead.of(LeadId.of("one"), Company.named("Example"));
              try (Run run =
                  context
                      .getBean(Prospector.class)
                      .start(context.getBean(Pipeline.class), List.of(lead))) {
                assertThat(run.await().leads().ended()).isEqualTo(1);
              }
            });
  }

  @Test
  void theDefaultsOfTheRecordsAreThoseOfTheLibrary() {
    Boot.runner()
        .run(
            context -> {
              RunOptions options = context.getBean(RunOptions.class);
              RunOptions library = RunOptions.defaults();
              assertThat(options.concurrency()).isEqualTo(library.concurrency());
              assertThat(options.stepTimeout()).isEqualTo(library.stepTimeout());
              assertThat(options.leadTimeout()).isEqualTo(library.leadTimeout());
              ProspectorProperties properties = context.getBean(ProspectorProperties.class);
              assertThat(properties.shutdown().drain()).isEqualTo(Duration.ofSeconds(30));
            });
  }

  @Test
  void runsInMemoryAreWarnedOfOnce(CapturedOutput output) {
    Boot.runner()
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(output.getAll().split("Runs are kept in memory", -1)).hasSize(2);
              assertThat(output).contains("set prospector.store.url to sqlite:FILE");
            });
  }

  @Test
  void noExecutorAndNoJsonMapperIsPublished() {
    Boot.runner()
        .run(
            context -> {
              assertThat(context).doesNotHaveBean(Executor.class);
              for (String name : context.getBeanDefinitionNames()) {
                Class<?> type = context.getType(name);
                assertThat(type == null ? "" : type.getName()).doesNotContain("jackson");
              }
            });
  }

  @Test
  void switchedOffThereIsNothing() {
    Boot.runner()
        .withPropertyValues("prospector.enabled=false")
        .run(
            context -> {
              for (String name : context.getBeanDefinitionNames()) {
                assertThat(name).doesNotContainIgnoringCase("prospector");
              }
            });
  }
}
