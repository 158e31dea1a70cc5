package dev.prospector.tracking.internal;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.prospector.event.RunEvent;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.introspect.VisibilityChecker;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Events as JSON: their type first, then their components in the order of their declaration. */
public final class EventJson {

  /** Every switch is set, so that a change of the library's defaults changes nothing here. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.ALWAYS))
          .changeDefaultVisibility(EventJson::componentsOnly)
          .build();

  private EventJson() {}

  private static VisibilityChecker componentsOnly(VisibilityChecker all) {
    return all.withFieldVisibility(JsonAutoDetect.Visibility.ANY)
        .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
        .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE);
  }

  /** Returns an event as one line. */
  public static String line(RunEvent event) {
    return MAPPER.writeValueAsString(event);
  }

  /** Returns an event as a tree that may be changed. */
  public static ObjectNode tree(RunEvent event) {
    return MAPPER.valueToTree(event);
  }

  /** Returns an empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Returns a text as a value of a tree. */
  public static StringNode text(String value) {
    return StringNode.valueOf(value);
  }

  /** Returns a tree as one line. */
  public static String line(ObjectNode tree) {
    return MAPPER.writeValueAsString(tree);
  }
}
