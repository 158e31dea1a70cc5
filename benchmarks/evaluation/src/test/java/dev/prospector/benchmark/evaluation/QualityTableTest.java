package dev.prospector.benchmark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A figure that leaves its bounds is told: below a floor, or above a ceiling. */
class QualityTableTest {

  private record Measured(double accuracy, double crashes) implements Evaluation {

    @Override
    public String kind() {
      return "phones";
    }

    @Override
    public Score measure(Path folder) {
      return new Score(Map.of(), Map.of("accuracy", accuracy, "crashes", crashes), List.of());
    }
  }

  private static List<String> fallen(Path folder, Measured measured) throws Exception {
    Path floors = folder.resolve("floors.json");
    Files.writeString(
        floors, "{\"phones\": {\"phones\": {\"accuracy\": 0.9, \"crashes\": {\"most\": 1}}}}");
    Files.createDirectories(folder.resolve("phones"));
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new QualityTable(List.of(measured), floors, nowhere).print(folder);
  }

  @Test
  void aFloorIsALeastAndACeilingAMost(@TempDir Path folder) throws Exception {
    assertThat(fallen(folder, new Measured(0.9, 1))).isEmpty();
    assertThat(fallen(folder, new Measured(0.89, 1)))
        .singleElement()
        .asString()
        .contains("accuracy");
    assertThat(fallen(folder, new Measured(0.95, 2)))
        .singleElement()
        .asString()
        .contains("crashes");
  }
}
