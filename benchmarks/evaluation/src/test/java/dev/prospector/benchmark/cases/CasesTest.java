package dev.prospector.benchmark.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases");

  @Test
  void everyExpectationOfOurOwnCasesIsMet() throws Exception {
    List<Cases.Outcome> outcomes = Cases.run(CASES);
    assertThat(outcomes).hasSizeGreaterThan(560);
    assertThat(outcomes).filteredOn(o -> !o.passed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HAS, Desk@A.example, desk@a.example, true",
    "HAS, desk, desk@a.example, true",
    "HAS, sales@, desk@a.example, false",
    "NOT, sales@, desk@a.example, true",
    "NOT, desk, desk@a.example, false",
    "IS, desk@a.example, desk@a.example, true",
    "IS, desk, desk@a.example, false"
  })
  void anExpectationHoldsOrNot(Expectation.Kind kind, String value, String found, boolean holds) {
    Expectation expected = new Expectation("a", "emails", kind, List.of(value));
    assertThat(expected.holds(List.of(found))).isEqualTo(holds);
  }

  @Test
  void aFieldWithNothingFoundMeetsOnlyWhatExpectsNothing() {
    assertThat(new Expectation("a", "f", Expectation.Kind.HAS, List.of("x")).holds(List.of()))
        .isFalse();
    assertThat(new Expectation("a", "f", Expectation.Kind.IS, List.of()).holds(List.of())).isTrue();
    assertThat(new Expectation("a", "f", Expectation.Kind.IS, List.of()).holds(List.of("x")))
        .isFalse();
  }
}
