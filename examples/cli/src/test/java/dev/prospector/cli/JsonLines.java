package dev.prospector.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what was written, knowing nothing but its documented form. */
public final class JsonLines {

  private static final JsonMapper JSON = JsonMapper.shared();

  private JsonLines() {}

  static List<JsonNode> read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  public static List<JsonNode> parse(String text) {
    List<JsonNode> leads = new ArrayList<>();
    text.lines().forEach(line -> leads.add(JSON.readTree(line)));
    return leads;
  }
}
