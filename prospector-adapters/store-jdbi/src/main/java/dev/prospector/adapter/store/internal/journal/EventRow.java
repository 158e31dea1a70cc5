package dev.prospector.adapter.store.internal.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.database.StoreFailure;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * An event without its number, made in the caller's thread. The body lacks what stands in columns.
 *
 * @param position the place of its lead in the input; null for events of the run itself
 */
public record EventRow(
    RunKey run, @Nullable Long position, String at, String type, String body, long checksum) {

  private static final TypeReference<RunEvent> EVENT = new TypeReference<>() {};
  private static final Map<Class<?>, String> TYPES =
      Arrays.stream(
              Objects.requireNonNull(RunEvent.class.getAnnotation(JsonSubTypes.class)).value())
          .collect(Collectors.toUnmodifiableMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));
  private static final String STARTED =
      Objects.requireNonNull(TYPES.get(RunEvent.LeadStarted.class));

  public static EventRow of(RunKey run, @Nullable Long position, EventDraft draft) {
    RunEvent event = draft.numbered(new Tenant(run.tenant()), RunId.of(run.run()), 0);
    String type = Objects.requireNonNull(TYPES.get(event.getClass()));
    String at = draft.at().toString();
    String body = Json.body(event);
    return new EventRow(run, position, at, type, body, checksum(run, position, at, type, body));
  }

  /** Returns whether work on a lead begins with it. */
  public boolean beginsLead() {
    return type.equals(STARTED);
  }

  /** Returns the event that was written under a number, if nothing of it was changed since. */
  public RunEvent event(long number) {
    return Json.read(text(number), EVENT, name(number));
  }

  /** Returns the same as JSON. */
  public String text(long number) {
    if (checksum != checksum(run, position, at, type, body)) {
      throw StoreFailure.damaged(name(number));
    }
    RunEvent.Position place =
        new RunEvent.Position(
            RunId.of(run.run()), number, Instant.parse(at), new Tenant(run.tenant()));
    String rest = body.equals("{}") ? "}" : "," + body.substring(1);
    return "{\"type\":" + Json.text(type) + ",\"position\":" + Json.text(place) + rest;
  }

  private String name(long number) {
    return "event " + number + " of run '" + run.run() + "'";
  }

  /** Returns this event with nothing told in words. */
  public EventRow withoutReason() {
    String without = Json.emptied(body, "reason", "event of run '" + run.run() + "'");
    return new EventRow(
        run, position, at, type, without, checksum(run, position, at, type, without));
  }

  private static long checksum(
      RunKey run, @Nullable Long position, String at, String type, String body) {
    return Checksum.of(run.tenant(), run.run(), String.valueOf(position), at, type, body);
  }
}
