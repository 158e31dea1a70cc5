package dev.prospector.adapter.export.read;

import dev.prospector.context.BusinessContext;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.InputException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Business contexts as people write them: YAML or JSON, with names in lower case. */
public final class BusinessContexts {

  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private BusinessContexts() {}

  /**
   * Returns the business context that a file describes.
   *
   * @param file JSON when its name ends in {@code .json}, else YAML
   * @throws InputException if the file cannot be read, or is neither
   * @throws ConfigurationException if it holds an unknown name or an impossible value; all such
   *     problems at once
   */
  public static BusinessContext read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException("there is no file " + file);
    }
    boolean json = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    try (Reader reader = TextFile.open(file)) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return parse(file.toString(), text.toString(), json ? JSON : YAML);
    } catch (IOException e) {
      throw new InputException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static BusinessContext parse(String what, String text, ObjectMapper mapper) {
    JsonNode root;
    try {
      root = mapper.readTree(text);
    } catch (JacksonException e) {
      String line = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
      throw new InputException(what + line + ": " + JsonCells.reason(e), e);
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
}
