package dev.prospector.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.context.BusinessContext;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryContextStore;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.ContextStore;
import dev.prospector.store.RunStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;

/** What each tenant sells, in versions. */
class ContextsTest {

  private static final Tenant ACME = new Tenant("acme");

  @TempDir Path folder;

  @Test
  void aRunOfATenantTakesTheNewestOfItsContextsAndOthersThatOfTheApplication() {
    BusinessContext everybody = selling("Fleet cards");
    BusinessContext own = selling("Tyres");
    Boot.runner()
        .withBean(BusinessContext.class, () -> everybody)
        .run(
            context -> {
              ContextStore.Version unused =
                  context.getBean(ContextStore.class).save(ACME, own, "ana");
              assertThat(contextOf(context, ACME)).contains(own);
              assertThat(contextOf(context, Tenant.DEFAULT)).contains(everybody);
            });
  }

  private static BusinessContext selling(String what) {
    return BusinessContext.builder().text(BusinessContext.Text.WHAT_WE_SELL, what).build();
  }

  private static Optional<BusinessContext> contextOf(ApplicationContext context, Tenant tenant)
      throws InterruptedException {
    RunOptions options =
        context.getBean(RunOptions.class).withTenant(tenant).withId(RunId.of("run"));
    try (Run run =
        context
            .getBean(Prospector.class)
            .start(context.getBean(Pipeline.class), Collections.emptyIterator(), options)) {
      run.await();
    }
    return context
        .getBean(RunStore.class)
        .find(tenant, RunId.of("run"))
        .orElseThrow()
        .terms()
        .context();
  }

  @Test
  void contextsOfAStoreOutliveTheApplication() {
    String store = "prospector.store.url=sqlite:" + folder.resolve("kept.db");
    Boot.runner()
        .withPropertyValues(store)
        .run(
            context -> {
              ContextStore.Version unused =
                  context.getBean(ContextStore.class).save(ACME, selling("Tyres"), "ana");
            });
    Boot.runner()
        .withPropertyValues(store)
        .run(
            context ->
                assertThat(context.getBean(ContextStore.class).newest(ACME))
                    .hasValueSatisfying(
                        version -> assertThat(version.context()).isEqualTo(selling("Tyres"))));
  }

  @Test
  void theApplicationsContextsWin() {
    ContextStore own = new InMemoryContextStore(Clock.systemUTC());
    Boot.runner()
        .withBean("own", ContextStore.class, () -> own)
        .run(context -> assertThat(context.getBean(ContextStore.class)).isSameAs(own));
  }
}
