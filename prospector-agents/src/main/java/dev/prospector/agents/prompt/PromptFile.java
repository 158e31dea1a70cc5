package dev.prospector.agents.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a prompt, in which {@code {name}} stands for a parameter. Immutable. */
record PromptFile(String text) {

  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z][a-z-]{0,30})\\}");

  /** Reads a file beside a class. */
  static PromptFile of(Class<?> owner, String name) {
    try (InputStream in =
        Objects.requireNonNull(owner.getResourceAsStream(name), owner + " " + name)) {
      return new PromptFile(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the text with its parameters filled in.
   *
   * @throws IllegalArgumentException if one has no value
   */
  String with(Map<String, String> values) {
    Matcher found = PARAMETER.matcher(text);
    return found.replaceAll(
        place -> {
          String value = values.get(place.group(1));
          if (value == null) {
            throw new IllegalArgumentException(
                "the prompt's parameter '" + place.group(1) + "' has no value");
          }
          return Matcher.quoteReplacement(value);
        });
  }
}
