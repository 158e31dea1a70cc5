package dev.prospector.tracking.internal;

import dev.prospector.error.InputException;
import dev.prospector.error.RequestException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of a request, and gathers everything that is wrong with them. What is read of a
 * wrong field is of no use: {@link #check} is called before anything is made of it.
 */
public final class Fields {

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(31_536_000);

  private final ObjectNode node;
  private final Set<String> known = new HashSet<>();
  private final List<RequestException.Problem> problems = new ArrayList<>();

  public Fields(ObjectNode node) {
    this.node = node;
  }

  /** Throws if anything is wrong, also a field that was not asked for. */
  public void check() {
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        problem(name, "there is no such field: leave it out");
      }
    }
    if (!problems.isEmpty()) {
      throw RequestException.invalid(problems);
    }
  }

  public void problem(String field, String message) {
    problems.add(new RequestException.Problem(field, message));
  }

  private Optional<JsonNode> value(String name) {
    known.add(name);
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  /** Makes something of a text that must be there; problems are those of what makes it. */
  public <T> Optional<T> required(String name, int most, Function<String, T> make) {
    Optional<String> text = text(name, most);
    if (text.isEmpty() && value(name).isEmpty()) {
      problem(name, "is required");
    }
    return text.flatMap(t -> made(name, t, make));
  }

  /** Makes something of a text that may be there. */
  public <T> Optional<T> optional(String name, int most, Function<String, T> make) {
    return text(name, most).flatMap(t -> made(name, t, make));
  }

  private <T> Optional<T> made(String name, String text, Function<String, T> make) {
    try {
      return Optional.of(make.apply(text));
    } catch (InputException e) {
      problem(name, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  public Optional<String> text(String name, int most) {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String text = value.get().isString() ? value.get().stringValue() : "";
    if (text.isBlank() || text.length() > most || text.codePoints().anyMatch(Fields::isNoText)) {
      problem(name, "is a text of 1 to " + most + " characters, none of them for control");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** Half of a pair is no text either. */
  private static boolean isNoText(int c) {
    boolean breaks = c == '\n' || c == '\r' || c == '\t';
    return Character.isISOControl(c) && !breaks || c >= 0xD800 && c <= 0xDFFF;
  }

  /** Returns an object, as one line of JSON. */
  public Optional<String> object(String name, int mostBytes) {
    Optional<JsonNode> value = value(name);
    if (value.isPresent() && !value.get().isObject()) {
      problem(name, "is a JSON object");
      return Optional.empty();
    }
    return json(name, mostBytes);
  }

  /** Returns a whole number. */
  public Optional<Long> whole(String name, long least, long most) {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    long number = value.get().isIntegralNumber() ? value.get().longValue() : least - 1;
    boolean exact = value.get().canConvertToLong();
    if (!exact || number < least || number > most) {
      problem(name, "is a whole number from " + least + " to " + most);
      return Optional.empty();
    }
    return Optional.of(number);
  }

  /** Returns a value of any kind, as one line of JSON. */
  public Optional<String> json(String name, int mostBytes) {
    Optional<String> json = value(name).map(JsonNode::toString);
    if (json.isPresent() && json.get().getBytes(StandardCharsets.UTF_8).length > mostBytes) {
      problem(name, "has at most " + mostBytes + " bytes as JSON");
      return Optional.empty();
    }
    return json;
  }

  public Optional<Instant> time(String name, boolean required) {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      if (required) {
        problem(name, "is required");
      }
      return Optional.empty();
    }
    try {
      Instant time =
          OffsetDateTime.parse(value.get().isString() ? value.get().stringValue() : "").toInstant();
      if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
        return Optional.of(time);
      }
      problem(name, "lies between 2000 and 2200");
    } catch (DateTimeException e) {
      problem(name, "is a time of ISO 8601 with its zone, such as 2026-03-01T12:00:00Z");
    }
    return Optional.empty();
  }

  public Optional<Duration> seconds(String name) {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    boolean number = value.get().isNumber();
    BigDecimal seconds = number ? value.get().decimalValue() : BigDecimal.ONE.negate();
    if (seconds.signum() < 0 || seconds.compareTo(MOST_SECONDS) > 0) {
      problem(name, "is a number of seconds from 0 to " + MOST_SECONDS);
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos(seconds.movePointRight(9).longValue()));
  }

  public boolean flag(String name) {
    Optional<JsonNode> value = value(name);
    if (value.isPresent() && !value.get().isBoolean()) {
      problem(name, "is true or false");
    }
    return value.map(JsonNode::booleanValue).orElse(false);
  }

  public <E extends Enum<E>> Optional<E> code(String name, Class<E> codes, boolean required) {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      if (required) {
        problem(name, "is required");
      }
      return Optional.empty();
    }
    String text = value.get().isString() ? value.get().stringValue() : "";
    Optional<E> code =
        Arrays.stream(codes.getEnumConstants()).filter(c -> c.name().equals(text)).findFirst();
    if (code.isEmpty()) {
      problem(name, "is one of " + Arrays.toString(codes.getEnumConstants()));
    }
    return code;
  }
}
