package dev.prospector.benchmark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.benchmark.halves.Half;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row is of one half, the pages of a site are of the same one, and both are told. */
class HalvesTest {

  private record Measured() implements Halved {

    @Override
    public String kind() {
      return "phones";
    }

    @Override
    public Score measure(Path folder, Half half) {
      double value = half == Half.FIRST ? 0.75 : 0.5;
      return new Score(Map.of(), Map.of("accuracy", value), List.of());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "alder.example", "Müller", "row 1", "row 2"})
  void everyRowIsOfOneHalf(String key) {
    assertThat(Half.BOTH.holds(key)).isTrue();
    assertThat(Half.FIRST.holds(key)).isNotEqualTo(Half.SECOND.holds(key));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.alder.example/about?x=1, alder.example",
    "http://Alder.example:8080, alder.example",
    "alder.example/a//b, alder.example"
  })
  void thePagesOfASiteHaveOneKey(String address, String site) {
    assertThat(Half.site(address)).isEqualTo(site);
  }

  @Test
  void aHalfIsNamedByItsNumber() {
    assertThat(parsed("phones", "--data", "x")).isEqualTo(Half.BOTH);
    assertThat(parsed("phones", "--data", "x", "--half", "0")).isEqualTo(Half.FIRST);
    assertThat(parsed("phones", "--half", "1", "--data", "x", "--out", "y")).isEqualTo(Half.SECOND);
    assertThat(Arguments.parse(new String[] {"phones", "--data", "x", "--half", "2"})).isEmpty();
    assertThat(Arguments.parse(new String[] {"phones", "--data", "x", "--halves", "1"})).isEmpty();
    assertThat(Arguments.parse(new String[] {"phones", "--half", "1"})).isEmpty();
  }

  @Test
  void bothHalvesAreTold(@TempDir Path data) throws Exception {
    Files.createDirectories(data.resolve("phones"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    new HalvesTable(List.of(new Measured()), out).print(data);

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("| phones | phones | accuracy | 0.750 | 0.500 | -0.250 |");
  }

  private static Half parsed(String... args) {
    return Arguments.parse(args).orElseThrow().half();
  }
}
