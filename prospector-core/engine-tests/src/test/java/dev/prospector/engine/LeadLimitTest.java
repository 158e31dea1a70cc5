package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.event.RunId;
import dev.prospector.event.StepResult;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A limit on leads: a run works on as many as are left, and loses none of the others. */
@Timeout(60)
class LeadLimitTest {

  private static final Pipeline PIPELINE =
      Pipeline.named("test").add(Steps.first(Steps::name)).add(Steps.second(Steps::again)).build();

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-30T12:00:00Z"));
  private final Budget budget =
      new InMemoryBudget(Limits.of(Limit.leads(Limit.Period.DAY, 3)), clock);
  private final Prospector prospector =
      Prospector.builder().clock(clock).journal(new InMemoryJournal()).budget(budget).build();

  private static List<Lead> leads(int count) {
    return IntStream.range(0, count).mapToObj(i -> Steps.lead("Company " + i)).toList();
  }

  private Run start(String id, int count) {
    RunOptions oneByOne = RunOptions.defaults().withConcurrency(1).withId(RunId.of(id));
    return prospector.start(PIPELINE, leads(count).iterator(), oneByOne);
  }

  private static List<LeadStatus> statuses(List<LeadResult> results) {
    return results.stream().map(LeadResult::status).toList();
  }

  private long counted(String run) {
    return budget.spending(new Account(Tenant.DEFAULT, run)).settled().leads();
  }

  @Test
  void aBatchShrinksToWhatIsLeft() {
    try (Run run = start("first", 5)) {
      List<LeadResult> results = run.results().toList();

      assertThat(statuses(results))
          .containsExactly(
              LeadStatus.ENRICHED,
              LeadStatus.ENRICHED,
              LeadStatus.ENRICHED,
              LeadStatus.FAILED,
              LeadStatus.FAILED);
      StepResult refused = results.get(3).steps().get(0);
      assertThat(refused.state()).isEqualTo(StepResult.State.FAILED);
      assertThat(refused.reason()).isEqualTo("budget 'leads per day' refuses: 4 leads of 3");
      assertThat(results.get(3).steps().get(1).state()).isEqualTo(StepResult.State.SKIPPED);
      assertThat(counted("first")).isEqualTo(3);
    }
  }

  @Test
  void theOthersAreTakenUpAgainWhenThereIsRoom() throws Exception {
    try (Run run = start("first", 5)) {
      run.await();
      clock.advance(Duration.ofDays(1));

      try (Run again = run.retryFailed()) {
        assertThat(statuses(again.results().toList()))
            .containsExactly(LeadStatus.ENRICHED, LeadStatus.ENRICHED);
        assertThat(counted(again.id().value())).isEqualTo(2);
      }
    }
  }

  @Test
  void aLeadOfWhichEverythingIsKnownDoesNotCount() throws Exception {
    try (Run run = start("first", 2)) {
      run.await();
    }

    try (Run run = start("second", 4)) {
      assertThat(statuses(run.results().toList()))
          .containsExactly(
              LeadStatus.ENRICHED, LeadStatus.ENRICHED, LeadStatus.ENRICHED, LeadStatus.FAILED);
    }
    assertThat(counted("second")).isEqualTo(1);
  }
}
