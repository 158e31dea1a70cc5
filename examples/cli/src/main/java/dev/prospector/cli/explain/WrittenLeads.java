package dev.prospector.cli.explain;

import dev.prospector.error.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads leads back from the JSON Lines that were written. */
public final class WrittenLeads {

  private static final JsonMapper JSON = JsonMapper.shared();

  private WrittenLeads() {}

  /** Returns the first lead with that id, domain or company name. */
  public static Optional<JsonNode> find(Path file, String wanted) {
    String plain = wanted.strip().toLowerCase(Locale.ROOT);
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.toLowerCase(Locale.ROOT).contains(plain)) {
          JsonNode lead = parse(file, line);
          if (isNamed(lead, plain)) {
            return Optional.of(lead);
          }
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new InputException(file + " cannot be read: " + e, e);
    }
  }

  /** Hands over every lead of a file. */
  public static void each(Path file, Consumer<JsonNode> leads) {
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          leads.accept(parse(file, line));
        }
      }
    } catch (IOException e) {
      throw new InputException(file + " cannot be read: " + e, e);
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InputException("there is no file " + file);
    }
    InputStream bytes = Files.newInputStream(file);
    InputStream plain =
        file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
            ? new GZIPInputStream(bytes)
            : bytes;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
  }

  private static JsonNode parse(Path file, String line) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw new InputException(
          file + " is not what enrich wrote as JSON Lines: " + e.getOriginalMessage(), e);
    }
  }

  private static boolean isNamed(JsonNode lead, String plain) {
    JsonNode company = lead.path("company");
    return is(lead.path("id"), plain)
        || is(company.path("domain"), plain)
        || is(company.path("name"), plain);
  }

  private static boolean is(JsonNode node, String plain) {
    return node.asString("").strip().toLowerCase(Locale.ROOT).equals(plain);
  }
}
