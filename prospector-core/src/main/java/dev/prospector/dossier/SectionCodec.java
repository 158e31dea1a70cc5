package dev.prospector.dossier;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.prospector.error.InputException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.introspect.VisibilityChecker;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns section values into JSON text and back, for stores and exports: the section's name and
 * format number are kept beside the text, class names never are.
 *
 * <p>Safe for several threads.
 */
public final class SectionCodec {

  /** Every switch is set, so that a change of the library's defaults changes nothing here. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .changeDefaultVisibility(SectionCodec::componentsOnly)
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.ALWAYS))
          .build();

  /** What a record computes from its components is not stored beside them. */
  private static VisibilityChecker componentsOnly(VisibilityChecker all) {
    return all.withFieldVisibility(JsonAutoDetect.Visibility.ANY)
        .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
        .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE);
  }

  /** Creates a codec; it has no state. */
  public SectionCodec() {}

  /**
   * Returns the value as JSON.
   *
   * @throws InputException if its type cannot be written
   */
  public <T> String encode(Section<T> section, T value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JacksonException e) {
      throw new InputException(
          "section '" + section + "' cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Returns the value read from JSON.
   *
   * @param format the number of the form in which it was stored
   * @throws InputException if the text is not of that form, or of a newer one
   */
  public <T> T decode(Section<T> section, int format, String json) {
    if (format != section.format()) {
      throw new InputException(
          "section '"
              + section
              + "' was stored in format "
              + format
              + ", this version reads "
              + section.format());
    }
    try {
      T value = JSON.readValue(json, section.type());
      if (value == null) {
        throw new InputException("section '" + section + "' is null where a value is expected");
      }
      requireComplete(section, value);
      return value;
    } catch (JacksonException e) {
      throw new InputException(
          "section '" + section + "' cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** A missing component would otherwise become null without a word. */
  private static <T> void requireComplete(Section<T> section, T value) {
    for (RecordComponent field : section.type().getRecordComponents()) {
      try {
        var accessor = field.getAccessor();
        accessor.setAccessible(true);
        if (accessor.invoke(value) == null) {
          throw new InputException(
              "section '" + section + "' lacks its field '" + field.getName() + "'");
        }
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new InputException(
            "section '" + section + "': field '" + field.getName() + "' cannot be read", e);
      }
    }
  }
}
