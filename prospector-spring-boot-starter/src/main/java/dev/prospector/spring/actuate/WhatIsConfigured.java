package dev.prospector.spring.actuate;

import dev.prospector.context.BusinessContext;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Models;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.run.Dispatcher;
import dev.prospector.run.RunQueue;
import dev.prospector.store.RunStore;
import dev.prospector.tracking.webhook.WebhookStore;
import dev.prospector.verification.EmailVerifier;
import dev.prospector.verification.PhoneVerifier;
import dev.prospector.web.PageSource;
import dev.prospector.web.WebSearch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;

/** What is set up and what is not, in words without secrets. */
final class WhatIsConfigured {

  private static final String NOT = "not configured";

  private WhatIsConfigured() {}

  static Map<String, String> of(ListableBeanFactory beans) {
    Map<String, String> told = new LinkedHashMap<>();
    RunStore runs = beans.getBean(RunStore.class);
    told.put("store", runs instanceof InMemoryRunStore ? "in memory" : "configured");
    put(told, beans, "business-context", BusinessContext.class);
    told.put("pages", pages(beans));
    put(told, beans, "search", WebSearch.class);
    put(told, beans, "registry", CompanyRegistry.class);
    put(told, beans, "email-verifier", EmailVerifier.class);
    put(told, beans, "phone-verifier", PhoneVerifier.class);
    told.put("models", models(beans));
    put(told, beans, "suppression", SuppressionList.class);
    put(told, beans, "queue", RunQueue.class);
    put(told, beans, "dispatcher", Dispatcher.class);
    put(told, beans, "webhooks", WebhookStore.class);
    return told;
  }

  private static void put(
      Map<String, String> told, ListableBeanFactory beans, String name, Class<?> type) {
    boolean there = beans.getBeanProvider(type).stream().findAny().isPresent();
    told.put(name, there ? "configured" : NOT);
  }

  private static String pages(ListableBeanFactory beans) {
    PageSource pages = beans.getBeanProvider(PageSource.class).getIfAvailable();
    return pages == null ? NOT : pages.isFixed() ? "an archive" : "the live web";
  }

  private static String models(ListableBeanFactory beans) {
    Models models = beans.getBeanProvider(Models.class).getIfAvailable();
    return models == null
        ? NOT
        : models.all().stream().map(LanguageModel::name).collect(Collectors.joining(", "));
  }
}
