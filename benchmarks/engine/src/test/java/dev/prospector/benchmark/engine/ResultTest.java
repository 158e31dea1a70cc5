package dev.prospector.benchmark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {

  @Test
  void theMedianOfAnEvenNumberOfRoundsIsTheMeanOfTheMiddleTwo() {
    Result result =
        new Result(
            "x",
            16,
            List.of(
                new Round(4, 1, 1), new Round(1, 1, 1), new Round(100, 1, 1), new Round(2, 1, 1)));
    assertThat(result.stepsPerSecond()).isEqualTo(3);
    assertThat(result.slowest()).isEqualTo(1);
    assertThat(result.fastest()).isEqualTo(100);
  }
}
