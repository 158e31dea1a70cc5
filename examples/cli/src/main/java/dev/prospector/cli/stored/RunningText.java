package dev.prospector.cli.stored;

import dev.prospector.call.Effect;
import dev.prospector.event.RunEvent;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens in runs, in one line each. */
final class RunningText {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> SAID_FIRST = Set.of("type", "position", "lead");

  private RunningText() {}

  /** Returns number, time, kind and lead of an event, then what else it says. */
  static String of(RunEvent event) {
    JsonNode fields = JSON.valueToTree(event);
    String rest =
        fields.properties().stream()
            .filter(field -> !SAID_FIRST.contains(field.getKey()))
            .map(field -> field.getKey() + " " + field.getValue().asString())
            .collect(Collectors.joining(", "));
    return String.format(
            "%8d %s %-14s %s %s",
            event.position().number(),
            event.position().at().truncatedTo(ChronoUnit.SECONDS),
            fields.path("type").asString(),
            event.about().map(lead -> lead.value()).orElse(""),
            rest)
        .stripTrailing();
  }

  /** Returns what is done about a call with an unknown outcome. */
  static String of(Effect effect) {
    return switch (effect) {
      case READ -> "which only reads: made again when the run goes on";
      case IDEMPOTENT -> "which bears a key: made again under it when the run goes on";
      case AT_MOST_ONCE -> "which must not be made twice: look at the provider whether it was made";
    };
  }
}
