package dev.prospector.spring;

import dev.prospector.adapter.store.Store;
import dev.prospector.event.EventSink;
import dev.prospector.http.HttpTransport;
import dev.prospector.spring.internal.AllowedHost;
import dev.prospector.spring.internal.BackgroundThreads;
import dev.prospector.spring.internal.ConditionalOnProspector;
import dev.prospector.spring.internal.ProspectorProperties;
import dev.prospector.tracking.webhook.UrlPolicy;
import dev.prospector.tracking.webhook.WebhookStore;
import dev.prospector.tracking.webhook.Webhooks;
import dev.prospector.tracking.webhook.delivery.DeliverWebhooks;
import dev.prospector.tracking.webhook.memory.InMemoryWebhookStore;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Webhooks, where the application set the key under which they are sealed. */
@AutoConfiguration(
    after = {ProspectorStoreAutoConfiguration.class, ProspectorSourcesAutoConfiguration.class})
@ConditionalOnProspector
@ConditionalOnProperty("prospector.webhooks.key")
final class ProspectorWebhooksAutoConfiguration {

  /** Messages that are written with the events. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(Store.class)
  @ConditionalOnBean(Store.class)
  static class InDatabase {

    /** There is no such bean where runs are kept in memory. */
    @Bean
    @ConditionalOnMissingBean
    WebhookStore prospectorWebhookStore(
        ObjectProvider<Store> store, ProspectorProperties properties) {
      byte[] key = properties.webhooks().key().getBytes(StandardCharsets.UTF_8);
      Store opened = store.getIfAvailable();
      return opened == null ? InMemoryWebhookStore.create() : opened.webhooks(key);
    }
  }

  @Bean
  @ConditionalOnMissingBean
  WebhookStore prospectorWebhookStore() {
    return InMemoryWebhookStore.create();
  }

  /** A store in a database takes events by itself. */
  @Bean
  EventSink prospectorWebhookSink(WebhookStore store) {
    return store instanceof InMemoryWebhookStore memory
        ? event -> memory.enqueue(event.position().tenant(), event)
        : event -> {};
  }

  @Bean
  @ConditionalOnMissingBean
  UrlPolicy prospectorWebhookUrls(ProspectorProperties properties) {
    UrlPolicy urls = UrlPolicy.strict();
    for (String written : properties.webhooks().allow()) {
      AllowedHost host = AllowedHost.parse(written).orElseThrow();
      urls = urls.allowing(host.host(), host.port());
    }
    return urls;
  }

  @Bean
  @ConditionalOnMissingBean
  Webhooks prospectorWebhooks(WebhookStore store, UrlPolicy urls) {
    return new Webhooks(store, urls);
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty(name = "prospector.webhooks.deliver", matchIfMissing = true)
  DeliverWebhooks prospectorWebhookDelivery(
      WebhookStore store, UrlPolicy urls, HttpTransport transport, BackgroundThreads threads) {
    return DeliverWebhooks.builder(store, transport, threads.executor()).urls(urls).build();
  }
}
