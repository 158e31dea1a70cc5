package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.Prospector;
import dev.prospector.budget.Budget;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.error.ConfigurationException;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.testkit.ScriptedModel;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** What a host cannot have at once is said when it asks for it, and not in the middle of a run. */
class BuildTest {

  private static final Limits TEN_CALLS = Limits.of(Limit.calls(Limit.Period.RUN, 10));

  private final InMemoryBudget counters = new InMemoryBudget(TEN_CALLS, Clock.systemUTC());

  @Test
  void countersInMemoryAreRefusedForRunsThatOutliveThem() {
    InMemoryBudget others = new InMemoryBudget(TEN_CALLS, Clock.systemUTC());
    InMemoryRunStore runs = InMemoryRunStore.settling(others, Clock.systemUTC());
    Prospector.Builder builder =
        Prospector.builder().runs(runs).model(new ScriptedModel(), counters);

    assertThatThrownBy(builder::build)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("counts in memory");
  }

  @Test
  void countersThatLiveWithTheRunsAreTaken() {
    InMemoryRunStore runs = InMemoryRunStore.settling(counters, Clock.systemUTC());

    assertThatCode(
            () -> Prospector.builder().runs(runs).model(new ScriptedModel(), counters).build())
        .doesNotThrowAnyException();
  }

  @Test
  void whoSaysUnlimitedIsBelieved() {
    InMemoryRunStore runs = InMemoryRunStore.settling(counters, Clock.systemUTC());

    assertThatCode(
            () ->
                Prospector.builder()
                    .runs(runs)
                    .model(new ScriptedModel(), Budget.unlimited())
                    .build())
        .doesNotThrowAnyException();
  }

  @Test
  void aLimitThatLimitsNothingIsRefused() {
    assertThatThrownBy(() -> Limit.calls(Limit.Period.RUN, -1))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("unlimited");
  }
}
