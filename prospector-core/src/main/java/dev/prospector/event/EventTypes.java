package dev.prospector.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The names of the kinds of events, such as {@code lead.finished}: as they stand in JSON, webhooks
 * and metrics.
 */
public final class EventTypes {

  private static final List<JsonSubTypes.Type> DECLARED =
      Arrays.asList(RunEvent.class.getAnnotation(JsonSubTypes.class).value());
  private static final Map<Class<?>, String> NAMES =
      DECLARED.stream().collect(Collectors.toMap(JsonSubTypes.Type::value, t -> t.name()));
  private static final List<String> ALL =
      DECLARED.stream().map(JsonSubTypes.Type::name).sorted().toList();

  private EventTypes() {}

  /** Returns the name of an event's kind. */
  public static String of(RunEvent event) {
    return Objects.requireNonNull(NAMES.get(event.getClass()));
  }

  /** Returns all names, sorted. */
  public static List<String> all() {
    return ALL;
  }
}
