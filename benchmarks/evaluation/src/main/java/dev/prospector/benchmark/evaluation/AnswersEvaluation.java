package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.answer.AnswerReader;
import dev.prospector.agents.answer.Vocabulary;
import dev.prospector.benchmark.evaluation.Score.WrongCase;
import dev.prospector.model.LanguageModel.Answer.Ending;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether models' answers are read as they should be: every {@code .jsonl} file of the folder, with
 * rows of {@code schema, raw, ending, expect}, where {@code expect} is null if nothing of the
 * answer is to be used. What is read and stands nowhere in the answer is invented.
 */
final class AnswersEvaluation implements Evaluation {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public String kind() {
    return "answers";
  }

  @Override
  public Score measure(Path folder) throws IOException {
    long rows = 0;
    List<WrongCase> wrong = new ArrayList<>();
    long exact = 0;
    long invented = 0;
    long crashes = 0;
    for (JsonNode row : rows(folder)) {
      rows++;
      try {
        JsonNode read = read(row);
        invented += isInvented(read, row.path("raw").asString("")) ? 1 : 0;
        if (read.equals(row.path("expect"))) {
          exact++;
        } else {
          wrong.add(new WrongCase("row " + rows, row.path("expect").toString(), read.toString()));
        }
      } catch (RuntimeException e) {
        crashes++;
        wrong.add(new WrongCase("row " + rows, "no error", e.getClass().getName()));
      }
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("exact", rows == 0 ? 0 : exact / (double) rows);
    metrics.put("invented", (double) invented);
    metrics.put("crashes", (double) crashes);
    return new Score(Map.of("rows", rows), metrics, wrong);
  }

  private static List<JsonNode> rows(Path folder) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          if (!line.isBlank()) {
            rows.add(JSON.readTree(line));
          }
        }
      }
    }
    return rows;
  }

  private static JsonNode read(JsonNode row) {
    JsonNode schema = row.path("schema");
    String text = schema.isString() ? schema.asString("") : schema.toString();
    Ending ending =
        Ending.valueOf(row.path("ending").asString("COMPLETE").toUpperCase(Locale.ROOT));
    return AnswerReader.of(text, Vocabulary.ofCodes())
        .read(row.path("raw").asString(""), ending)
        .json()
        .map(JSON::readTree)
        .orElseGet(() -> JSON.getNodeFactory().nullNode());
  }

  private static boolean isInvented(JsonNode read, String raw) {
    if (read.isString()) {
      String value = read.asString("");
      String escaped = JSON.writeValueAsString(read);
      return !folded(raw).contains(folded(value))
          && !raw.contains(escaped.substring(1, escaped.length() - 1))
          && !raw.contains("\\u");
    }
    if (read.isNumber()) {
      return !raw.contains(read.toString()) && !raw.contains(read.decimalValue().toPlainString());
    }
    boolean any = false;
    for (JsonNode part : read) {
      any |= isInvented(part, raw);
    }
    return any;
  }

  private static String folded(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKD)
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .toLowerCase(Locale.ROOT);
  }
}
