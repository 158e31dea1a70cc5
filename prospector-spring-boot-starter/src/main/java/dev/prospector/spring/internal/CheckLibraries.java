package dev.prospector.spring.internal;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Whether the libraries are there that the properties ask for. */
public final class CheckLibraries implements ConfigurationCheck {

  private static final String ADAPTER = "dev.prospector.adapter.";

  private final @Nullable ClassLoader classes;

  /** Looks for them with a class loader; with the usual one, if there is none. */
  public CheckLibraries(@Nullable ClassLoader classes) {
    this.classes = classes;
  }

  @Override
  public void check(ProspectorProperties properties, Consumer<String> problems) {
    Needs needs = new Needs(problems);
    String context = properties.businessContext();
    needs.need(!context.isEmpty(), "business-context", "context.BusinessContexts", "context");
    ProspectorProperties.Pages pages = properties.pages();
    needs.need(!pages.archive().isEmpty(), "pages.archive", "web.PageArchive", "web");
    boolean live = !pages.contact().isEmpty();
    needs.need(live, "pages.contact", "web.live.LivePages", "web");
    needs.need(live, "pages.contact", "okhttp.OkHttpTransport", "http-okhttp");
    boolean streams = properties.web().streaming();
    needs.need(streams, "web.streaming", "context.BusinessContexts", "context");
    boolean store = !properties.store().url().isEmpty();
    needs.need(store, "store.url", "store.Store", "store-jdbi");
    boolean model = !properties.model().name().isEmpty();
    needs.need(model, "model.name", "model.HttpModel", "model-http");
    boolean spread = properties.dispatcher().enabled();
    needs.need(spread, "dispatcher.enabled", "dbscheduler.DbSchedulerDispatcher", "db-scheduler");
    boolean delivers = !properties.webhooks().key().isEmpty() && properties.webhooks().deliver();
    needs.need(delivers, "webhooks.deliver", "okhttp.OkHttpTransport", "http-okhttp");
  }

  /** What is asked for, and is missing. */
  private final class Needs {
    private final Consumer<String> problems;

    Needs(Consumer<String> problems) {
      this.problems = problems;
    }

    void need(boolean asked, String property, String type, String artifact) {
      if (asked && !ClassUtils.isPresent(ADAPTER + type, classes)) {
        problems.accept(
            "prospector."
                + property
                + " is set, and its library is not there: add dev.prospector:prospector-"
                + artifact);
      }
    }
  }
}
