package dev.prospector.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.adapter.store.Store;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.adapter.web.live.LivePages;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.context.BusinessContext;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Models;
import dev.prospector.model.Role;
import dev.prospector.money.Money;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.run.RunOptions;
import dev.prospector.spring.internal.ProspectorProperties;
import dev.prospector.store.RunStore;
import dev.prospector.tracking.webhook.WebhookStore;
import dev.prospector.tracking.webhook.Webhooks;
import dev.prospector.tracking.webhook.delivery.DeliverWebhooks;
import dev.prospector.web.PageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each property does. */
class PropertiesTest {

  @TempDir Path folder;

  @Test
  void aStoreIsOpenedByItsAddressAndKeepsRuns() {
    Path file = folder.resolve("runs.db");
    Boot.runner()
        .withPropertyValues("prospector.store.url=sqlite:" + file, "prospector.store.lease=5s")
        .run(
            context -> {
              assertThat(context).hasSingleBean(Store.class);
              assertThat(context.getBean(RunStore.class)).isNotInstanceOf(InMemoryRunStore.class);
              assertThat(context.getBean(RunStore.class).settles(context.getBean(Budget.class)))
                  .isTrue();
            });
    assertThat(file).exists();
  }

  @Test
  void aStoreThatMayNotMigrateMakesNoTables() {
    Boot.runner()
        .withPropertyValues(
            "prospector.store.url=sqlite:" + folder.resolve("empty.db"),
            "prospector.store.migrate=false")
        .run(context -> assertThat(context).hasFailed());
  }

  @Test
  void theBusinessContextIsReadFromItsFile() throws IOException {
    Path file = Files.writeString(folder.resolve("context.yaml"), "what_we_sell: Fleet cards\n");
    Boot.runner()
        .withPropertyValues("prospector.business-context=" + file)
        .run(
            context ->
                assertThat(context.getBean(BusinessContext.class))
                    .isNotEqualTo(BusinessContext.empty()));
  }

  @Test
  void pagesComeFromAnArchive() throws IOException {
    Files.writeString(folder.resolve("index.csv"), "url,file\n");
    Boot.runner()
        .withPropertyValues("prospector.pages.archive=" + folder)
        .run(context -> assertThat(context).hasSingleBean(PageArchive.class));
  }

  @Test
  void pagesComeFromTheLiveWebWithAContact() {
    Boot.runner()
        .withPropertyValues(
            "prospector.pages.contact=https://crm.example/bot",
            "prospector.pages.delay=2s",
            "prospector.pages.not-reading=portal.example",
            "prospector.pages.allow=intranet.example:8080")
        .run(
            context -> assertThat(context.getBean(PageSource.class)).isInstanceOf(LivePages.class));
  }

  @Test
  void modelsAreAskedInTheirOrderAndByRole() {
    Boot.runner()
        .withPropertyValues(
            "prospector.model.name=openai:gpt-5-mini",
            "prospector.model.fallbacks=anthropic:claude-haiku-4-5,local:small",
            "prospector.model.roles.write=anthropic:claude-sonnet-4-5",
            "prospector.model.keys.openai=key-of-openai",
            "prospector.model.keys.anthropic=key-of-anthropic",
            "prospector.model.urls.local=http://localhost:1234/v1",
            "prospector.model.timeout=90s",
            "prospector.limits.run.calls=100")
        .run(
            context -> {
              Models models = context.getBean(Models.class);
              assertThat(names(models, Role.EXTRACT))
                  .containsExactly(
                      "openai:gpt-5-mini", "anthropic:claude-haiku-4-5", "compatible:small");
              assertThat(names(models, Role.WRITE)).containsExactly("anthropic:claude-sonnet-4-5");
            });
  }

  private static List<String> names(Models models, Role role) {
    return models.chain("some-agent", role).stream().map(LanguageModel::name).toList();
  }

  @Test
  void limitsAreThoseOfTheProperties() {
    Boot.runner()
        .withPropertyValues(
            "prospector.limits.run.money=10.50 USD",
            "prospector.limits.day.tokens=1000",
            "prospector.limits.day.calls=50",
            "prospector.limits.month.leads=700")
        .run(
            context ->
                assertThat(context.getBean(Budget.class).limits())
                    .isEqualTo(
                        Limits.of(
                            Limit.money(Limit.Period.RUN, Money.of("10.50", "USD")),
                            Limit.tokens(Limit.Period.DAY, 1000),
                            Limit.calls(Limit.Period.DAY, 50),
                            Limit.leads(Limit.Period.MONTH, 700))));
  }

  @Test
  void whoSaidNoIsListedUnderTheKey() {
    Boot.runner()
        .withPropertyValues("prospector.suppression.key=a secret of 24 bytes....")
        .run(
            context -> {
              SuppressionList list = context.getBean(SuppressionList.class);
              list.add(Tenant.DEFAULT, SuppressionList.Kind.DOMAIN, "no.example");
              assertThat(list.contains(Tenant.DEFAULT, SuppressionList.Kind.DOMAIN, "no.example"))
                  .isTrue();
            });
  }

  @Test
  void suppressionsOfAStoreOutliveTheApplication() {
    String store = "prospector.store.url=sqlite:" + folder.resolve("kept.db");
    String key = "prospector.suppression.key=a secret of 24 bytes....";
    Boot.runner()
        .withPropertyValues(store, key)
        .run(
            context ->
                context
                    .getBean(SuppressionList.class)
                    .add(Tenant.DEFAULT, SuppressionList.Kind.EMAIL, "no@no.example"));
    Boot.runner()
        .withPropertyValues(store, key)
        .run(
            context ->
                assertThat(
                        context
                            .getBean(SuppressionList.class)
                            .contains(Tenant.DEFAULT, SuppressionList.Kind.EMAIL, "no@no.example"))
                    .isTrue());
  }

  @Test
  void runsAreMadeByTheirDefaults() {
    Boot.runner()
        .withPropertyValues(
            "prospector.run.concurrency=3",
            "prospector.run.step-timeout=5s",
            "prospector.run.lead-timeout=6m")
        .run(
            context -> {
              RunOptions options = context.getBean(RunOptions.class);
              assertThat(options.concurrency()).isEqualTo(3);
              assertThat(options.stepTimeout()).isEqualTo(Duration.ofSeconds(5));
              assertThat(options.leadTimeout()).isEqualTo(Duration.ofMinutes(6));
            });
  }

  @Test
  void webhooksAreSwitchedOnByTheirKey() {
    Boot.runner()
        .withPropertyValues(
            "prospector.store.url=sqlite:" + folder.resolve("hooks.db"),
            "prospector.webhooks.key=another secret of bytes",
            "prospector.webhooks.allow=hooks.example:8443")
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(WebhookStore.class)
                    .hasSingleBean(Webhooks.class)
                    .hasSingleBean(DeliverWebhooks.class));
  }

  @Test
  void webhooksCanBeDeliveredByOtherProcesses() {
    Boot.runner()
        .withPropertyValues(
            "prospector.webhooks.key=another secret of bytes", "prospector.webhooks.deliver=false")
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(Webhooks.class)
                    .doesNotHaveBean(DeliverWebhooks.class));
  }

  @Test
  void theDrainIsThatOfTheProperty() {
    Boot.runner()
        .withPropertyValues("prospector.shutdown.drain=7s")
        .run(
            context ->
                assertThat(context.getBean(ProspectorProperties.class).shutdown().drain())
                    .isEqualTo(Duration.ofSeconds(7)));
  }

  @Test
  void noPropertyIsShownThatIsASecret() {
    Boot.runner()
        .withPropertyValues(
            "prospector.store.url=sqlite:" + folder.resolve("secret.db"),
            "prospector.suppression.key=canary-canary-canary",
            "prospector.webhooks.key=canary-canary-canary",
            "prospector.model.name=openai:gpt-5-mini",
            "prospector.model.keys.openai=canary-canary-canary",
            "prospector.limits.unlimited=true")
        .run(
            context -> {
              assertThat(context).hasSingleBean(Prospector.class);
              assertThat(context.getBean(ProspectorProperties.class).toString())
                  .doesNotContain("canary")
                  .doesNotContain("secret.db");
            });
  }
}
