package dev.prospector.adapter.export.report;

import dev.prospector.agents.argument.PartialDate;
import dev.prospector.context.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The words of the report in one language, also for every code that a section can hold. */
final class Labels {

  /** The labels as they stand in the page, for its script. */
  static final String JSON = read();

  private static final JsonNode ALL = JsonMapper.shared().readTree(JSON);

  private final Language language;
  private final JsonNode own;

  Labels(Language language) {
    this.language = language;
    this.own = ALL.path(language.tag());
  }

  /** Returns the label of a code or a name; empty if it has none in this language. */
  Optional<String> find(String key) {
    return Optional.ofNullable(own.get(key)).map(JsonNode::asString);
  }

  /** Returns the label of a constant. */
  String of(Enum<?> code) {
    return find(code.getDeclaringClass().getSimpleName() + "." + code.name())
        .orElseGet(() -> say(code.name()));
  }

  /** Returns a label with its parts; what has none is shown in plain words. */
  String say(String key, Object... parts) {
    String said = find(key).orElseGet(() -> plain(key));
    for (int i = 0; i < parts.length; i++) {
      said = said.replace("{" + i + "}", String.valueOf(parts[i]));
    }
    return said;
  }

  private static String plain(String key) {
    String words = key.replace('_', ' ').replace('-', ' ').strip();
    String lower =
        words.equals(words.toUpperCase(Locale.ROOT)) ? words.toLowerCase(Locale.ROOT) : words;
    return lower.isEmpty()
        ? ""
        : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
  }

  String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  String date(LocalDate day) {
    return language == Language.EN
        ? day.toString()
        : String.format(
            Locale.ROOT, "%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }

  String date(Instant time) {
    return date(time.atZone(ZoneOffset.UTC).toLocalDate());
  }

  /** Returns a date of which not all may be known: a year, a month of it, or a day. */
  String date(PartialDate date) {
    if (date.month().isEmpty()) {
      return String.valueOf(date.year());
    }
    return date.day().isPresent()
        ? date(LocalDate.of(date.year(), date.month().get(), date.day().get()))
        : say("month-" + date.month().get()) + " " + date.year();
  }

  private static String read() {
    try (InputStream in =
        Objects.requireNonNull(Labels.class.getResourceAsStream("labels.json"), "labels.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
