package dev.prospector.dossier;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.prospector.error.InputException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.introspect.VisibilityChecker;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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

  /** What a later version added is not read, but kept; see {@link Stored}. */
  private static final JsonMapper TOLERANT =
      JSON.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** A value of any form, so that an upgrade needs no type of a library. */
  private static final TypeReference<LinkedHashMap<String, @Nullable Object>> PARTS =
      new TypeReference<>() {};

  /**
   * A value as it was stored.
   *
   * @param unknown the stored JSON, if it holds parts that this version does not know and {@link
   *     #encode(Section, Object, String)} puts back; else empty
   */
  public record Stored<T>(T value, String unknown) {}

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
   * Returns the value as JSON, with the parts of what was stored that this version does not know.
   *
   * @param unknown as it was {@linkplain #read read}; empty if there is nothing of that kind
   * @throws InputException if its type cannot be written
   */
  public <T> String encode(Section<T> section, T value, String unknown) {
    String json = encode(section, value);
    if (unknown.isEmpty()) {
      return json;
    }
    ObjectNode written = (ObjectNode) JSON.readTree(json);
    UnknownParts.putBack((ObjectNode) JSON.readTree(unknown), written);
    return written.toString();
  }

  /**
   * Returns the value read from JSON, without what this version does not know.
   *
   * @see #read
   */
  public <T> T decode(Section<T> section, int format, String json) {
    return read(section, format, json).value();
  }

  /**
   * Returns the value read from JSON that this version, an earlier or a later one wrote. A part
   * that came later says that nothing is known: a fact is unknown, a list empty, an optional value
   * not there. An earlier format goes through the {@linkplain Section#upgrading upgrades} of its
   * section.
   *
   * @param format the number of the form in which it was stored
   * @throws InputException if the text is not of that form, or of a newer one, or an upgrade is
   *     missing, or a part whose type cannot say that nothing is known
   */
  public <T> Stored<T> read(Section<T> section, int format, String json) {
    try {
      return format == section.format()
          ? present(section, json)
          : other(section, upgraded(section, format, json));
    } catch (JacksonException e) {
      throw new InputException(
          "section '" + section + "' cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Nearly all that is stored was written by this version: only what was not is looked at closer.
   */
  private static <T> Stored<T> present(Section<T> section, String json) {
    try {
      return new Stored<>(complete(section, JSON.readValue(json, section.type())), "");
    } catch (JacksonException e) {
      return JSON.readTree(json) instanceof ObjectNode object
          ? other(section, object)
          : throwing(e);
    }
  }

  private static <T> T throwing(JacksonException e) {
    throw e;
  }

  private static <T> Stored<T> other(Section<T> section, ObjectNode object) {
    String stored = object.toString();
    JavaType type = TOLERANT.constructType(section.type());
    new AbsentParts(TOLERANT.getTypeFactory()).fill(object, type);
    T value = complete(section, TOLERANT.treeToValue(object, section.type()));
    boolean known = JSON.valueToTree(value).equals(object);
    return new Stored<>(value, known ? "" : stored);
  }

  private static <T> ObjectNode upgraded(Section<T> section, int format, String json) {
    if (format > section.format()) {
      throw new InputException(
          "section '"
              + section
              + "' was stored in format "
              + format
              + ", this version reads "
              + section.format());
    }
    Map<String, @Nullable Object> parts = JSON.readValue(json, PARTS);
    for (int from = format; from < section.format(); from++) {
      parts = upgrade(section, from).apply(parts);
    }
    return (ObjectNode) JSON.<JsonNode>valueToTree(parts);
  }

  private static UnaryOperator<Map<String, @Nullable Object>> upgrade(
      Section<?> section, int from) {
    return section
        .upgrade(from)
        .orElseThrow(
            () ->
                new InputException(
                    "section '"
                        + section
                        + "' was stored in an earlier format, and there is no upgrade from format "
                        + from
                        + " to "
                        + (from + 1)));
  }

  /** A missing component would otherwise become null without a word. */
  private static <T> T complete(Section<T> section, @Nullable T value) {
    if (value == null) {
      throw new InputException("section '" + section + "' is null where a value is expected");
    }
    requireComplete(section, value);
    return value;
  }

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
