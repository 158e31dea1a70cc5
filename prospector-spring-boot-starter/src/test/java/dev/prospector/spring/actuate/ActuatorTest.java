package dev.prospector.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.adapter.store.Store;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.spring.Boot;
import dev.prospector.store.RunStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Health, meters and the endpoint. */
class ActuatorTest {

  private static final Class<?> INDICATOR =
      Boot.anyOf(
          "org.springframework.boot.health.contributor.HealthIndicator",
          "org.springframework.boot.actuate.health.HealthIndicator");

  @TempDir Path folder;

  private static String health(Object indicator) throws ReflectiveOperationException {
    Method health = INDICATOR.getMethod("health");
    return health.invoke(indicator).toString();
  }

  @Test
  void healthIsToldOfStoreAndDispatcherInEitherSpringBoot() {
    Boot.runner()
        .run(
            context ->
                assertThat(health(context.getBean(INDICATOR)))
                    .contains("UP")
                    .contains("store")
                    .contains("NOT_CONFIGURED")
                    .contains("queue=UP"));
  }

  @Test
  void healthTellsWhyTheQueueTakesNoRuns() {
    Boot.runner()
        .withBean("own", Prospector.class, () -> Prospector.builder().build())
        .run(
            context -> {
              assertThat(new ProspectorEndpoint(context).prospector().get("queue"))
                  .asString()
                  .contains("give the builder a run store");
              assertThat(health(context.getBean(INDICATOR)))
                  .contains("UP")
                  .contains("queue=takes no runs")
                  .contains("give the builder a run store");
            });
  }

  @Test
  void aStoreThatIsAwayIsDown() {
    Boot.runner()
        .withBean(RunStore.class, StoreThatIsAway::create)
        .run(
            context ->
                assertThat(health(context.getBean(INDICATOR))).contains("DOWN").contains("away"));
  }

  @Test
  void healthCanBeSwitchedOff() {
    Boot.runner()
        .withPropertyValues("management.health.prospector.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(INDICATOR));
  }

  @Test
  void everyRegistryCountsWhatHappens() {
    Boot.runner()
        .run(
            context -> {
              MeterRegistry one = new SimpleMeterRegistry();
              MeterRegistry other = new SimpleMeterRegistry();
              context.getBeansOfType(MeterBinder.class).values().forEach(b -> b.bindTo(one));
              context.getBeansOfType(MeterBinder.class).values().forEach(b -> b.bindTo(other));
              Lead lead = Lead.of(LeadId.of("one"), Company.named("Example"));
              try (Run run =
                  context
                      .getBean(Prospector.class)
                      .start(context.getBean(Pipeline.class), List.of(lead))) {
                run.await();
              }
              for (MeterRegistry registry : List.of(one, other)) {
                assertThat(registry.counter("prospector.runs", "state", "completed").count())
                    .isEqualTo(1);
                assertThat(registry.get("prospector.runs.active").gauge().value()).isNotNegative();
              }
            });
  }

  @Test
  void thePoolsThatTheStoreOpenedHaveMeters() {
    Boot.runner()
        .withPropertyValues("prospector.store.url=sqlite:" + folder.resolve("runs.db"))
        .run(
            context -> {
              MeterRegistry registry = new SimpleMeterRegistry();
              context.getBeansOfType(MeterBinder.class).values().forEach(b -> b.bindTo(registry));
              assertThat(
                      registry
                          .get("prospector.store.connections")
                          .tags("pool", "prospector-sqlite-DEFERRED", "state", "most")
                          .gauge()
                          .value())
                  .isEqualTo(8);
              context.getBean(Store.class).check();
            });
  }

  @Test
  void theEndpointTellsWhatIsConfiguredAndNoSecret() {
    Boot.runner()
        .withPropertyValues(
            "management.endpoints.web.exposure.include=prospector",
            "prospector.suppression.key=canary-canary-canary",
            "prospector.limits.run.money=10 USD")
        .run(
            context -> {
              Map<String, Object> told = new ProspectorEndpoint(context).prospector();
              assertThat(told.toString())
                  .contains("per=run, money=10")
                  .contains("queue={working=0, waiting=0, most=2, most-per-tenant=1}")
                  .contains("queue=configured")
                  .contains("suppression=configured")
                  .contains("search=not configured")
                  .contains("store=in memory")
                  .contains("standard=[intake")
                  .doesNotContain("canary");
            });
  }

  @Test
  void theEndpointIsThereOnlyWhereItIsExposed() {
    Boot.runner().run(context -> assertThat(context).doesNotHaveBean(ProspectorEndpoint.class));
    Boot.runner()
        .withPropertyValues(
            "management.endpoints.jmx.exposure.include=prospector", "spring.jmx.enabled=true")
        .run(context -> assertThat(context).hasSingleBean(ProspectorEndpoint.class));
  }
}
