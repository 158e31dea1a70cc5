package dev.prospector.adapter.store.internal.database;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.prospector.event.RunEvent;
import java.lang.reflect.Type;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.introspect.VisibilityChecker;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The core's own records as JSON text; values of sections go by their codec. */
public final class Json {

  /** Every switch is set, so that a change of the library's defaults changes nothing here. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.ALWAYS))
          .changeDefaultVisibility(Json::componentsOnly)
          .build();

  private static final JsonMapper BODIES =
      MAPPER.rebuild().addMixIn(RunEvent.class, Body.class).build();

  /** An event without what stands in columns of its own. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
  @JsonIgnoreProperties("position")
  private interface Body {}

  private Json() {}

  /** What a record computes from its components is not stored beside them. */
  private static VisibilityChecker componentsOnly(VisibilityChecker all) {
    return all.withFieldVisibility(JsonAutoDetect.Visibility.ANY)
        .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
        .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE);
  }

  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Returns an event as JSON without its type and its position. */
  public static String body(RunEvent event) {
    return BODIES.writeValueAsString(event);
  }

  /** Returns an object with one text emptied. */
  public static String emptied(String json, String property, String row) {
    try {
      ObjectNode object = (ObjectNode) MAPPER.readTree(json);
      object.put(property, "");
      return object.toString();
    } catch (JacksonException | ClassCastException e) {
      throw StoreFailure.damaged(row);
    }
  }

  /** Returns a value as JSON by its declared type, which says more than its class. */
  public static String text(Object value, Type type) {
    return MAPPER.writerFor(MAPPER.constructType(type)).writeValueAsString(value);
  }

  /** Returns what was stored; the name of the row is for the error if it is not of that form. */
  public static <T> T read(String json, TypeReference<T> type, String row) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JacksonException | IllegalArgumentException e) {
      throw StoreFailure.damaged(row);
    }
  }

  /** Returns a value of a declared type. */
  public static Object read(String json, Type type, String row) {
    try {
      return MAPPER.readValue(json, MAPPER.constructType(type));
    } catch (JacksonException | IllegalArgumentException e) {
      throw StoreFailure.damaged(row);
    }
  }
}
