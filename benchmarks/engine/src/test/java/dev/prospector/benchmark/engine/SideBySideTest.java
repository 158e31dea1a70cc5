package dev.prospector.benchmark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SideBySideTest {

  private final SideBySide sideBySide =
      new SideBySide(
          new Meter(AllocatedBytes.ofThisVirtualMachine()),
          new Settings(3, 4, List.of(), Optional.empty()));

  @Test
  void roundsAreInterleavedAndTheFirstIsDropped() throws Exception {
    List<String> order = new ArrayList<>();
    List<Result> results =
        sideBySide.run(List.of(counting("a", order, 16), counting("b", order, 16)));
    assertThat(order).containsExactly("a", "b", "a", "b", "a", "b", "a", "b");
    assertThat(results).extracting(Result::name).containsExactly("a", "b");
    assertThat(results).allSatisfy(result -> assertThat(result.rounds()).hasSize(3));
  }

  @Test
  void aContenderThatSkipsStepsIsNotReported() {
    assertThatIllegalStateException()
        .isThrownBy(() -> sideBySide.run(List.of(counting("lazy", new ArrayList<>(), 15))))
        .withMessageContaining("lazy executed 45 steps");
  }

  private static Contender counting(String name, List<String> order, int stepsPerLead) {
    return new Contender() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void run(int leads) {
        order.add(name);
        for (int i = 0; i < leads * stepsPerLead; i++) {
          Work.step();
        }
      }
    };
  }
}
