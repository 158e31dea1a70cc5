package dev.prospector.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.error.ConfigurationException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;

/** A wrong configuration fails once, and says everything. */
class WrongConfigurationTest {

  private static List<String> problems(String... properties) {
    return failure(properties).problems();
  }

  private static ConfigurationException failure(String... properties) {
    ConfigurationException[] found = new ConfigurationException[1];
    Boot.runner()
        .withClassLoader(new FilteredClassLoader("dev.prospector.adapter.dbscheduler"))
        .withPropertyValues(properties)
        .run(
            context -> {
              assertThat(context).hasFailed();
              Throwable cause = context.getStartupFailure();
              while (!(cause instanceof ConfigurationException)) {
                cause = Objects.requireNonNull(cause).getCause();
              }
              found[0] = (ConfigurationException) cause;
            });
    return found[0];
  }

  @Test
  void everyProblemIsToldAtOnceWithItsPropertyAndWhatToDo() {
    List<String> problems =
        problems(
            "prospector.store.url=mysql://host/db",
            "prospector.store.lease=1s",
            "prospector.stroe.url=sqlite:x",
            "prospector.business-context=no-such-file.yaml",
            "prospector.pages.archive=no-such-folder",
            "prospector.pages.contact=https://crm.example",
            "prospector.pages.allow=intranet",
            "prospector.model.name=gpt-5",
            "prospector.model.timeout=soon",
            "prospector.limits.run.money=ten dollars",
            "prospector.suppression.key=short",
            "prospector.run.concurrency=many",
            "prospector.run.step-timeout=0s",
            "prospector.dispatcher.enabled=true",
            "prospector.dispatcher.leads=0",
            "prospector.webhooks.key=short",
            "prospector.queue.runs=0",
            "prospector.queue.runs-per-tenant=0",
            "prospector.housekeeping.every=-1s",
            "prospector.housekeeping.events=7d",
            "prospector.shutdown.drain=-1s");
    for (String named :
        List.of(
            "prospector.store.url",
            "prospector.store.lease",
            "prospector.stroe.url",
            "prospector.business-context",
            "prospector.pages.archive is 'no-such-folder'",
            "prospector.pages.archive and prospector.pages.contact",
            "prospector.pages.allow",
            "prospector.model.name",
            "prospector.model.timeout",
            "prospector.limits.run.money",
            "prospector.suppression.key",
            "prospector.run.concurrency",
            "prospector.run.step-timeout",
            "prospector.dispatcher.enabled",
            "prospector.dispatcher.leads",
            "prospector.webhooks.key",
            "prospector.queue.runs is 0",
            "prospector.queue.runs-per-tenant",
            "prospector.housekeeping.every",
            "prospector.housekeeping.events and prospector.housekeeping.archive go together",
            "prospector.shutdown.drain")) {
      assertThat(problems).as(named).anyMatch(problem -> problem.contains(named));
    }
  }

  @Test
  void aMisspeltPropertyIsToldWithTheOneThatWasMeant() {
    assertThat(problems("prospector.stroe.url=sqlite:x"))
        .containsExactly(
            "unknown property 'prospector.stroe.url': did you mean 'prospector.store.url'?");
  }

  @Test
  void anEnvironmentVariableOfAnotherProgramIsNoProblem() {
    Boot.runner()
        .withSystemProperties("PROSPECTOR_HOME=/opt")
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void aModelWithoutALimitIsRefused() {
    assertThat(problems("prospector.model.name=ollama:small"))
        .singleElement()
        .asString()
        .contains("prospector.limits.run.money")
        .contains("prospector.limits.unlimited=true");
  }

  @Test
  void unlimitedBesideALimitIsRefused() {
    assertThat(problems("prospector.limits.unlimited=true", "prospector.limits.run.calls=3"))
        .singleElement()
        .asString()
        .contains("prospector.limits.unlimited is true beside other limits");
  }

  @Test
  void aProviderWithoutAKeyAndOneThatNobodyKnowsAreNamed() {
    assertThat(
            problems(
                "prospector.model.name=openai:gpt-5-mini",
                "prospector.model.fallbacks=nobody:x",
                "prospector.model.keys.openai= ",
                "OPENAI_API_KEY=",
                "prospector.limits.unlimited=true"))
        .anyMatch(p -> p.contains("prospector.model.keys.openai") && p.contains("OPENAI_API_KEY"))
        .anyMatch(p -> p.contains("no provider 'nobody'") && p.contains("prospector.model.urls"));
  }

  @Test
  void noSecretStandsInAProblem() {
    List<String> problems =
        problems(
            "prospector.store.url=postgresql://user:canary@host",
            "prospector.suppression.key=canary",
            "prospector.webhooks.key=canary");
    assertThat(problems).hasSize(3);
    assertThat(String.join("\n", problems)).doesNotContain("canary");
  }

  @Test
  void theAnalysisListsProblemsInPlaceOfATrace() {
    ConfigurationException failure =
        failure("prospector.suppression.key=short", "prospector.webhooks.key=short");
    FailureAnalysis analysis =
        Objects.requireNonNull(new ConfigurationFailureAnalyzer().analyze(failure));
    assertThat(analysis.getDescription())
        .contains("prospector.suppression.key has 5 bytes: give it a secret of at least 16")
        .contains("prospector.webhooks.key has 5 bytes");
    assertThat(analysis.getAction()).isNotBlank();
  }
}
