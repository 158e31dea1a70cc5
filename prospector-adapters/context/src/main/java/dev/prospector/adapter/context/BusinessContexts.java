package dev.prospector.adapter.context;

import dev.prospector.context.BusinessContext;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.InputException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Business contexts as people write them: YAML or JSON, with names in lower case. */
public final class BusinessContexts {

  /** Two levels are used; the rest is room for a message that says what is wrong. */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(20).maxNumberLength(100).build();

  private static final int LONGEST_REASON = 160;

  private BusinessContexts() {}

  /**
   * Returns the business context that a file describes.
   *
   * @param file JSON when its name ends in {@code .json}, else YAML; at most 1 MB
   * @throws InputException if the file cannot be read, or is neither
   * @throws ConfigurationException if it holds an unknown name or an impossible value; all such
   *     problems at once
   */
  public static BusinessContext read(Path file) {
    boolean json = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    return parse(file.toString(), ContextText.of(file), mapper(json ? Format.JSON : Format.YAML));
  }

  /** How a context is written. */
  public enum Format {
    /** As people write it. */
    YAML,
    /** As programs write it. */
    JSON
  }

  /**
   * Returns the business context that a text describes, such as one of a form or of a request.
   *
   * @param text at most a million characters
   * @throws InputException if it is longer, or not of that format
   * @throws ConfigurationException if it holds an unknown name or an impossible value; all such
   *     problems at once
   */
  public static BusinessContext parse(String text, Format format) {
    if (text.length() > ContextText.LONGEST) {
      throw new InputException(
          "the business context is longer than 1 MB, which none is: leave something out");
    }
    return parse("the text", text, mapper(format));
  }

  /** Returns the text from which {@link #parse(String, Format)} reads the same context. */
  public static String write(BusinessContext context, Format format) {
    return mapper(format).writeValueAsString(new ContextWriting(context).tree());
  }

  private static ObjectMapper mapper(Format format) {
    return format == Format.JSON ? Json.MAPPER : Yaml.MAPPER;
  }

  private static BusinessContext parse(String what, String text, ObjectMapper mapper) {
    JsonNode root;
    try {
      requireNoAlias(what, text, mapper);
      root = mapper.readTree(text);
    } catch (JacksonException e) {
      throw new InputException(what + line(e) + ": " + reason(e), e);
    }
    if (root == null || !root.isObject()) {
      throw new InputException(what + " should be a list of names and values, see the manual");
    }
    ContextReading reading = new ContextReading();
    root.properties().forEach(p -> reading.take(p.getKey(), p.getValue()));
    if (!reading.problems().isEmpty()) {
      throw new ConfigurationException("business context " + what, reading.problems());
    }
    return reading.context();
  }

  /** The tree would hold an alias by its name alone, which is not what was written elsewhere. */
  private static void requireNoAlias(String what, String text, ObjectMapper mapper) {
    try (JsonParser parser = mapper.createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
          throw new InputException(
              what
                  + " in line "
                  + parser.currentTokenLocation().getLineNr()
                  + ": '*"
                  + yaml.getString()
                  + "' refers to another place of the file: write the value itself, or quote it");
        }
      }
    }
  }

  private static String line(JacksonException e) {
    return e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
  }

  /** Returns what is wrong, without the library's note on where. */
  private static String reason(JacksonException e) {
    String message = Optional.ofNullable(e.getOriginalMessage()).orElse("unreadable");
    String line = message.split("\\R", 2)[0];
    return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
  }

  /** Made when the first such text is read. */
  private static final class Yaml {
    static final ObjectMapper MAPPER =
        YAMLMapper.builder(
                YAMLFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
  }

  /** Made when the first such text is read. */
  private static final class Json {
    static final ObjectMapper MAPPER =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
  }
}
