package dev.prospector.agents.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.model.LanguageModel.Answer.Ending;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnswerReaderTest {

  private static final String SCHEMA =
      """
      {"type":"object","additionalProperties":false,"required":["name","tier","count","tags"],
       "properties":{"name":{"type":"string"},"tier":{"type":"string","enum":["HIGH","NOT_QUALIFIED"]},
       "count":{"type":["integer","null"]},"tags":{"type":"array","items":{"type":"object",
       "additionalProperties":false,"required":["label","source"],
       "properties":{"label":{"type":"string"},"source":{"type":"integer"}}}}}}
      """;
  private static final String WHOLE =
      "{\"name\":\"Ana\",\"tier\":\"HIGH\",\"count\":3,\"tags\":[{\"label\":\"a\",\"source\":1},"
          + "{\"label\":\"b\",\"source\":2}]}";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final AnswerReader reader =
      AnswerReader.of(SCHEMA, new Vocabulary(Map.of("NOT_QUALIFIED", List.of("não qualificado"))));

  private AnswerReader.Result read(String said) {
    return reader.read(said, Ending.COMPLETE);
  }

  private void isWhole(String said) {
    assertThat(read(said).json().map(JSON::readTree)).as(said).contains(JSON.readTree(WHOLE));
  }

  @Test
  void whatSurroundsAnAnswerIsNotTheAnswer() {
    isWhole(WHOLE);
    isWhole("```json\n" + WHOLE + "\n```");
    isWhole("Here is {the} answer you asked for:\n" + WHOLE + "\nI hope that [this] helps!");
    isWhole("<think>It may be {\"name\":\"Bob\"}.</think>" + WHOLE);
    isWhole("<|channel|>analysis<|message|>hm {}<|channel|>final<|message|>" + WHOLE);
    isWhole("{\"answer\":" + WHOLE + "}");
    isWhole("[" + WHOLE + "]");
    isWhole("\ufeff" + WHOLE.replace(",\"tier\"", ", // the tier\n \"tier\"").replace("]}", "],}"));
    isWhole(WHOLE.replace("\"count\":3", "\"count\":\"3\",\"confidence\":0.9"));
  }

  @ParameterizedTest
  @CsvSource({"high,HIGH", "Não qualificado,NOT_QUALIFIED", "NAO QUALIFICADO,NOT_QUALIFIED"})
  void aTermComesByItsLabelInAnyCaseAndWithoutAccents(String said, String code) {
    String json = read(WHOLE.replace("HIGH", said)).json().orElseThrow();
    assertThat(JSON.readTree(json).path("tier").asString("")).isEqualTo(code);
  }

  @Test
  void whatViolatesFallsWithItsPathAndTheRestStands() {
    AnswerReader.Result result =
        read(WHOLE.replace("\"count\":3", "\"count\":\"85 %\"").replace("\"source\":1", "\"x\":1"));

    JsonNode json = JSON.readTree(result.json().orElseThrow());
    assertThat(json.has("count")).isFalse();
    assertThat(json.path("tags").size()).isEqualTo(1);
    assertThat(result.violations()).anyMatch(v -> v.startsWith("/count"));
    assertThat(result.violations()).anyMatch(v -> v.startsWith("/tags/0/source"));
    assertThat(result.dropped()).isEqualTo(1);
  }

  @Test
  void aNameThatStandsTwiceSaysNothing() {
    AnswerReader.Result result = read(WHOLE.replace("\"count\":3", "\"count\":3,\"count\":4"));

    assertThat(JSON.readTree(result.json().orElseThrow()).path("count").asInt(0)).isZero();
    assertThat(result.violations()).anyMatch(v -> v.contains("/count stands twice"));
  }

  @Test
  void ofAnAnswerThatWasCutWholePartsAreKeptNeverHalfAValue() {
    for (int length = 1; length < WHOLE.length(); length++) {
      AnswerReader.Result result = reader.read(WHOLE.substring(0, length), Ending.TRUNCATED);
      assertThat(result.violations()).as("length " + length).isNotEmpty();
      result
          .json()
          .map(JSON::readTree)
          .ifPresent(
              json -> {
                assertThat(json.path("name").asString("Ana")).isEqualTo("Ana");
                assertThat(json.path("count").asInt(3)).isEqualTo(3);
                json.path("tags").forEach(tag -> assertThat(tag.size()).isEqualTo(2));
              });
    }
  }

  @Test
  void theSchemaItselfIsNoAnswerNorIsNoneNorAreThoughtsWithoutEnd() {
    assertThat(read(SCHEMA).json()).isEmpty();
    assertThat(read("{\"properties\":{\"name\":{\"type\":\"string\"}}}").json()).isEmpty();
    assertThat(read("I cannot help with that.").json()).isEmpty();
    assertThat(read("<think>let me see " + WHOLE).json()).isEmpty();
    assertThat(reader.read(WHOLE, Ending.REFUSED).json()).isEmpty();
  }

  @Test
  void aSingleValueIsAListOfOneAndNullAnEmptyOne() {
    String one = "\"tags\":{\"label\":\"a\",\"source\":1}}";
    String json = read(WHOLE.substring(0, WHOLE.indexOf("\"tags\"")) + one).json().orElseThrow();
    assertThat(JSON.readTree(json).path("tags").size()).isEqualTo(1);
    String none = WHOLE.substring(0, WHOLE.indexOf("\"tags\"")) + "\"tags\":null}";
    assertThat(JSON.readTree(read(none).json().orElseThrow()).path("tags").isArray()).isTrue();
  }

  /** Whatever happens to an answer on its way, it breaks nothing, and no value comes of nothing. */
  @Test
  void tenThousandMutationsGiveNoErrorAndNoValueThatIsNotInTheAnswer() {
    Random random = new Random(20261130);
    for (int i = 0; i < 10_000; i++) {
      String said = mutated(WHOLE, random);
      AnswerReader.Result result =
          reader.read(said, random.nextBoolean() ? Ending.COMPLETE : Ending.TRUNCATED);
      result.json().map(JSON::readTree).ifPresent(json -> assertInside(json, said));
    }
  }

  private static String mutated(String text, Random random) {
    StringBuilder said = new StringBuilder(text);
    for (int times = 1 + random.nextInt(6); times > 0; times--) {
      int at = random.nextInt(said.length() + 1);
      String letters = "{}[]\",:\\/ntu0159-.é\n<>ax";
      switch (random.nextInt(4)) {
        case 0 -> said.insert(at, letters.charAt(random.nextInt(letters.length())));
        case 1 -> said.delete(at, Math.min(said.length(), at + 1 + random.nextInt(8)));
        case 2 -> said.setLength(at);
        default -> said.insert(at, text, 0, random.nextInt(text.length()));
      }
      if (said.isEmpty()) {
        said.append('{');
      }
    }
    return said.toString();
  }

  private static void assertInside(JsonNode value, String said) {
    if (value.isString() && !value.asString("").equals("HIGH")) {
      String escaped = JSON.writeValueAsString(value);
      boolean there =
          said.contains(value.asString(""))
              || said.contains(escaped.substring(1, escaped.length() - 1))
              || said.contains("\\");
      assertThat(there).as(said).isTrue();
    } else if (value.isNumber()) {
      assertThat(said).contains(value.toString());
    }
    value.forEach(part -> assertInside(part, said));
  }

  @Test
  void aHundredThousandRepetitionsOfAnyBeginningAreReadInOnePass() {
    for (String part : List.of("{", "[", "{\"a\":", "[1,", "\"", "<think>", "```json\n{", "/*")) {
      assertThat(read(part.repeat(100_000))).isNotNull();
    }
  }

  /** Rows of {@code schema, raw, ending, expect}, as the evaluation of the kind "answers" takes. */
  @Test
  void everyShapeThatOccursIsReadAsItShouldBe() throws Exception {
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    try (InputStream in =
        Objects.requireNonNull(AnswerReaderTest.class.getResourceAsStream("answers.jsonl"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        JsonNode row = JSON.readTree(line);
        rows++;
        JsonNode read =
            AnswerReader.of(row.path("schema").toString(), Vocabulary.ofCodes())
                .read(row.path("raw").asString(""), Ending.valueOf(row.path("ending").asString("")))
                .json()
                .map(JSON::readTree)
                .orElse(JSON.getNodeFactory().nullNode());
        if (!read.equals(row.path("expect"))) {
          wrong.add(
              row.path("shape").asString("") + ": " + read + " rather than " + row.path("expect"));
        }
      }
    }
    assertThat(rows).isGreaterThan(150);
    assertThat(wrong).isEmpty();
  }
}
