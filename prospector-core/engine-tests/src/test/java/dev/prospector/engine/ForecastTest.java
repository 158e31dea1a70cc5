package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.Prospector;
import dev.prospector.agent.Prompt;
import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Forecast;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.lead.Tenant;
import dev.prospector.money.Money;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.simulation.Diamond;
import dev.prospector.simulation.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a run is going to use, before it starts. */
@Timeout(60)
class ForecastTest {

  private static final Pipeline PIPELINE = Simulation.pipeline();

  /** Takes a token for each character, and a cent for each token. */
  private static final class ByLetter extends PricedModel {
    ByLetter() {
      super("by letter", Effect.READ);
    }

    @Override
    public Usage upperBound(Request request) {
      return cost(letters(request) + request.longestAnswer());
    }

    @Override
    public Answer ask(Request request) {
      String text = "about " + request.materialText();
      String told = text.substring(0, Math.min(text.length(), request.longestAnswer()));
      Usage cost = cost(letters(request) + told.length());
      return new Answer(told, Answer.Ending.COMPLETE, cost, name());
    }

    private static int letters(Request request) {
      int turns =
          request.turns().stream()
              .mapToInt(turn -> turn.answer().length() + turn.objection().length())
              .sum();
      return request.instructions().length() + request.materialText().length() + turns;
    }

    private static Usage cost(int tokens) {
      return Usage.ofCall(Money.of(tokens + ".00", "USD"), tokens);
    }
  }

  /**
   * Of three agents, each of which may ask for a repair, one asks only about leads behind a gate.
   */
  @Test
  void aForecastTellsCallsTokensAndMoneyFromLowToHigh() {
    Prospector prospector = Prospector.builder().model(new ByLetter(), Budget.unlimited()).build();

    Forecast forecast = prospector.forecast(PIPELINE, 1_000);

    assertThat(forecast.low())
        .isEqualTo(new Usage(Money.of("36000.00", "USD"), 36_000, 2_000, 1_000));
    assertThat(forecast.high())
        .isEqualTo(new Usage(Money.of("1746000.00", "USD"), 1_746_000, 6_000, 1_000));
    assertThat(forecast)
        .hasToString(
            "1000 leads: 2000 to 6000 calls, 36000 to 1746000 tokens,"
                + " 36000 USD to 1746000 USD");
  }

  @Test
  void whatARunReallyUsesLiesWithinItsForecast() throws Exception {
    Budget budget = Budget.unlimited();
    Prospector prospector = Prospector.builder().model(new ByLetter(), budget).build();
    Forecast forecast = prospector.forecast(PIPELINE, 2);

    try (Run run = prospector.start(PIPELINE, Diamond.leads(2))) {
      run.await();
      Usage real = budget.spending(new Account(Tenant.DEFAULT, run.id().value())).settled();
      assertThat(real.leads()).isEqualTo(2);
      assertThat(real.calls()).isBetween(forecast.low().calls(), forecast.high().calls());
      assertThat(real.tokens()).isLessThanOrEqualTo(forecast.high().tokens());
    }
  }

  @Test
  void withoutAModelNothingIsAsked() {
    Forecast forecast = Prospector.builder().build().forecast(PIPELINE, 7);

    assertThat(forecast.low()).isEqualTo(forecast.high());
    assertThat(forecast).hasToString("7 leads: 0 calls, 0 tokens");
  }

  @Test
  void theShortestIsNotLongerThanTheLongest() {
    assertThatThrownBy(() -> new Prompt.Lengths(2, 1, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2, 1, 10");
  }
}
