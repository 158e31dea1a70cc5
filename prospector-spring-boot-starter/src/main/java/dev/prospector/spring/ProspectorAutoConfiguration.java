package dev.prospector.spring;

import dev.prospector.Prospector;
import dev.prospector.budget.Budget;
import dev.prospector.context.BusinessContext;
import dev.prospector.event.EventSink;
import dev.prospector.evidence.ConfidencePolicy;
import dev.prospector.model.Models;
import dev.prospector.privacy.Redaction;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.run.Dispatcher;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunQueue;
import dev.prospector.run.Threads;
import dev.prospector.spring.internal.BackgroundThreads;
import dev.prospector.spring.internal.ConditionalOnProspector;
import dev.prospector.spring.internal.EventArchive;
import dev.prospector.spring.internal.ProspectorProperties;
import dev.prospector.spring.internal.QueueOfApplication;
import dev.prospector.store.ContextStore;
import dev.prospector.store.QueueLimits;
import dev.prospector.store.RunStore;
import dev.prospector.tracking.subscription.EventSubscriptions;
import dev.prospector.tracking.webhook.WebhookStore;
import dev.prospector.verification.EmailVerifier;
import dev.prospector.verification.PhoneVerifier;
import dev.prospector.web.PageSource;
import dev.prospector.web.WebSearch;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The application's {@link Prospector}, from everything that there is, and its life. */
@AutoConfiguration(
    after = {
      ProspectorStoreAutoConfiguration.class,
      ProspectorSourcesAutoConfiguration.class,
      ProspectorModelAutoConfiguration.class,
      ProspectorWebhooksAutoConfiguration.class,
      ProspectorDispatcherAutoConfiguration.class
    })
@ConditionalOnProspector
final class ProspectorAutoConfiguration {

  private static final int MOST_THREADS = 128;

  @Bean
  @ConditionalOnMissingBean
  RunOptions prospectorRunOptions(ProspectorProperties properties) {
    ProspectorProperties.RunDefaults run = properties.run();
    return RunOptions.defaults()
        .withConcurrency(run.concurrency())
        .withStepTimeout(run.stepTimeout())
        .withLeadTimeout(run.leadTimeout());
  }

  /** Closed by its life, and once more with the application, which changes nothing. */
  @Bean
  @ConditionalOnMissingBean
  Prospector prospector(ListableBeanFactory beans, RunOptions options) {
    Prospector.Builder builder = Prospector.builder().options(options);
    TakeBeans take = new TakeBeans(beans);
    take.one(BusinessContext.class, builder::businessContext);
    take.one(PageSource.class, builder::pages);
    take.one(WebSearch.class, builder::search);
    take.one(CompanyRegistry.class, builder::registry);
    take.one(EmailVerifier.class, builder::emailVerifier);
    take.one(PhoneVerifier.class, builder::phoneVerifier);
    take.one(RunStore.class, builder::runs);
    take.one(ContextStore.class, builder::contexts);
    take.one(Dispatcher.class, builder::dispatcher);
    take.one(SuppressionList.class, builder::suppression);
    take.one(Redaction.class, builder::redaction);
    take.one(ConfidencePolicy.class, builder::confidence);
    take.one(Threads.class, builder::threads);
    Budget budget = beans.getBean(Budget.class);
    builder.budget(budget);
    take.one(Models.class, models -> builder.models(models, budget));
    take.each(EventSink.class, builder::sink);
    take.each(ProspectorCustomizer.class, customizer -> customizer.customize(builder));
    return builder.build();
  }

  /** Opened by the application's life; its runs are drained with all others. */
  @Bean
  @ConditionalOnMissingBean(RunQueue.class)
  @ConditionalOnProperty(name = "prospector.queue.enabled", matchIfMissing = true)
  QueueOfApplication prospectorQueue(
      Prospector prospector,
      PipelinesOfApplication pipelines,
      RunOptions options,
      ProspectorProperties properties) {
    QueueLimits limits =
        new QueueLimits(properties.queue().runs(), properties.queue().runsPerTenant());
    return new QueueOfApplication(() -> prospector.queue(pipelines.all(), limits, options));
  }

  @Bean
  BackgroundThreads prospectorBackgroundThreads(Environment environment) {
    return new BackgroundThreads(environment, "prospector-", MOST_THREADS);
  }

  @Bean
  @ConditionalOnMissingBean
  EventSubscriptions prospectorSubscriptions(RunStore runs, BackgroundThreads threads) {
    return new EventSubscriptions(runs, threads.executor());
  }

  @Bean
  Housekeeping prospectorHousekeeping(
      ProspectorProperties properties,
      RunStore runs,
      ObjectProvider<WebhookStore> webhooks,
      ObjectProvider<EventArchive> events) {
    return new Housekeeping(
        properties.housekeeping(),
        Clock.systemUTC(),
        runs::limits,
        Optional.ofNullable(webhooks.getIfAvailable()),
        Optional.ofNullable(events.getIfAvailable()));
  }

  @Bean
  ProspectorLifecycle prospectorLifecycle(
      Prospector prospector,
      ProspectorProperties properties,
      ListableBeanFactory beans,
      PipelinesOfApplication pipelines) {
    return new ProspectorLifecycle(prospector, properties, beans, pipelines);
  }
}
