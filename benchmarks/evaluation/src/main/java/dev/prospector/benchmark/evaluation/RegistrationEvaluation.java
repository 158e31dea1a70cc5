package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.registration.Cnpj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether CNPJ numbers are told from what looks like them: the share of rows of {@code cnpj.jsonl}
 * ({@code input, valid}) on which the parser decides as the row says.
 */
final class RegistrationEvaluation implements Evaluation {

  @Override
  public String kind() {
    return "registration";
  }

  @Override
  public Score measure(Path folder) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    List<Score.WrongCase> wrong = new ArrayList<>();
    long rows = 0;
    for (String line : Files.readAllLines(folder.resolve("cnpj.jsonl"))) {
      if (line.isBlank()) {
        continue;
      }
      JsonNode row = json.readTree(line);
      rows++;
      boolean expected = row.path("valid").asBoolean();
      boolean found = Cnpj.parse(row.path("input").asString("")).isPresent();
      if (expected != found) {
        wrong.add(new Score.WrongCase("row " + rows, validity(expected), validity(found)));
      }
    }
    double accuracy = rows == 0 ? 0 : (rows - wrong.size()) / (double) rows;
    return new Score(Map.of("rows", rows), Map.of("accuracy", accuracy), wrong);
  }

  private static String validity(boolean valid) {
    return valid ? "valid" : "invalid";
  }
}
