package dev.prospector.engine.internal.lookup;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers of registers and searches as JSON. */
final class AnswerJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private AnswerJson() {}

  static String write(Object answer) {
    return JSON.writeValueAsString(answer);
  }

  static <T> T read(String json, Class<T> type) {
    return JSON.readValue(json, type);
  }
}
