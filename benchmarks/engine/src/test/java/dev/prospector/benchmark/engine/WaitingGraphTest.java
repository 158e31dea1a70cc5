package dev.prospector.benchmark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WaitingGraphTest {

  @Test
  void oneLeadAloneTakesItsLongestPath() {
    assertThat(WaitingGraph.criticalPath()).isEqualTo(5);
    assertThat(WaitingGraph.idealSeconds(1, 1, 1_000)).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void manyLeadsTakeAllTheirWaitsDividedByTheLimit() {
    assertThat(WaitingGraph.idealSeconds(160, 160, 16)).isCloseTo(4.5, within(1e-9));
  }

  @Test
  void leadsOneAtATimeTakeOnePathAfterTheOther() {
    assertThat(WaitingGraph.idealSeconds(10, 1, 4)).isCloseTo(2.5, within(1e-9));
  }

  @Test
  void oneAgentAfterAnotherTakesEveryWait() {
    assertThat(WaitingGraph.idealSeconds(10, 1, 1)).isCloseTo(4.5, within(1e-9));
  }
}
