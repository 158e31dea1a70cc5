package dev.prospector.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.JdkHttpTransport;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.store.RunStore;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.FilteredClassLoader;

/** Every library but those of the core may be left out. */
class MissingLibrariesTest {

  private static final String ADAPTER = "dev.prospector.adapter.";

  static Stream<String> optional() {
    return Stream.of(
        ADAPTER + "store",
        ADAPTER + "web",
        ADAPTER + "context",
        ADAPTER + "okhttp",
        ADAPTER + "model",
        ADAPTER + "dbscheduler",
        "io.micrometer",
        "org.springframework.boot.actuate",
        "org.springframework.boot.health",
        "org.springframework.boot.sql",
        "org.springframework.web",
        "jakarta.servlet",
        "org.flywaydb");
  }

  @ParameterizedTest
  @MethodSource("optional")
  void theApplicationStartsWithoutIt(String without) {
    Boot.runner()
        .withClassLoader(new FilteredClassLoader(without))
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Prospector.class));
  }

  @Test
  void theApplicationStartsWithoutAnyOfThem() {
    Boot.runner()
        .withClassLoader(new FilteredClassLoader(optional().toArray(String[]::new)))
        .run(
            context -> {
              assertThat(context).hasNotFailed().hasSingleBean(Prospector.class);
              assertThat(context.getBean(RunStore.class)).isInstanceOf(InMemoryRunStore.class);
              assertThat(context.getBean(HttpTransport.class)).isInstanceOf(JdkHttpTransport.class);
            });
  }

  @ParameterizedTest
  @MethodSource("asked")
  void whatIsAskedForAndMissingIsNamedWithItsArtifact(Asked asked) {
    Boot.runner()
        .withClassLoader(new FilteredClassLoader(ADAPTER + asked.without))
        .withPropertyValues(asked.properties)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining(asked.properties[0].split("=")[0])
                    .hasMessageContaining("add dev.prospector:prospector-" + asked.artifact));
  }

  static Stream<Asked> asked() {
    return Stream.of(
        new Asked("store", "store-jdbi", "prospector.store.url=sqlite:runs.db"),
        new Asked("web", "web", "prospector.pages.contact=https://crm.example"),
        new Asked("okhttp", "http-okhttp", "prospector.pages.contact=https://crm.example"),
        new Asked("context", "context", "prospector.business-context=context.yaml"),
        new Asked(
            "model",
            "model-http",
            "prospector.model.name=ollama:x",
            "prospector.limits.unlimited=true"),
        new Asked("dbscheduler", "db-scheduler", "prospector.dispatcher.enabled=true"),
        new Asked(
            "okhttp",
            "http-okhttp",
            "prospector.webhooks.deliver=true",
            "prospector.webhooks.key=0123456789abcdef"));
  }

  private record Asked(String without, String artifact, String... properties) {}
}
