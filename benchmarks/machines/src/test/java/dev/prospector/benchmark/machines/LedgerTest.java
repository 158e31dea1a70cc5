package dev.prospector.benchmark.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.PortException;
import dev.prospector.model.LanguageModel.Request;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final Request REQUEST = Request.of("answer", "7 3", 1).withIdempotencyKey("key");

  @Test
  void everyCallIsWrittenDownWithWhoeverMadeIt() throws Exception {
    try (Ledger ledger = Ledger.start(1);
        Provider one = Provider.connect(ledger.port(), "one");
        Provider other = Provider.connect(ledger.port(), "other")) {
      assertThat(one.ask(REQUEST).text()).hasSize(Work.LENGTH);
      assertThat(other.ask(REQUEST).text()).hasSize(Work.LENGTH);
      assertThat(ledger.calls()).extracting(Ledger.Call::worker).containsExactly("one", "other");
      assertThat(ledger.calls()).allMatch(call -> call.lead() == 7 && call.step() == 3);
    }
  }

  @Test
  void aCallIsWrittenDownBeforeItIsAnswered() throws Exception {
    try (Ledger ledger = Ledger.start(60_000)) {
      Provider provider = Provider.connect(ledger.port(), "gone");
      Thread asking =
          new Thread(
              () ->
                  assertThatThrownBy(() -> provider.ask(REQUEST))
                      .isInstanceOf(PortException.class));
      asking.start();
      while (ledger.size() == 0) {
        Thread.onSpinWait();
      }
      provider.close();
      asking.join();
      assertThat(ledger.calls()).hasSize(1);
    }
  }

  @Test
  void aRoundIsReadAsItWasWritten() {
    Round round = new Round(320, 0.5, 0.25);
    assertThat(Round.isLine(round.line())).isTrue();
    assertThat(Round.isLine("something else")).isFalse();
    assertThat(Round.parse(round.line())).isEqualTo(round);
    assertThat(round.stepsPerSecond()).isEqualTo(640);
  }
}
