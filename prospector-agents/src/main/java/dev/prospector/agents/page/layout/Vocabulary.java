package dev.prospector.agents.page.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A word list of this package: a text file in which {@code [name]} begins a section, each further
 * line is one entry, and {@code #} begins a comment.
 */
public final class Vocabulary {

  private final Map<String, List<String>> sections = new LinkedHashMap<>();

  private Vocabulary() {}

  public static Vocabulary read(String file) {
    Vocabulary vocabulary = new Vocabulary();
    try (InputStream in = Vocabulary.class.getResourceAsStream(file)) {
      Objects.requireNonNull(in, file);
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().map(String::strip).forEach(vocabulary::add);
      return vocabulary;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    if (line.startsWith("[") && line.endsWith("]")) {
      sections.put(line.substring(1, line.length() - 1), new ArrayList<>());
    } else if (!line.isEmpty() && !line.startsWith("#")) {
      List<String> last = List.of();
      for (List<String> section : sections.values()) {
        last = section;
      }
      last.add(line);
    }
  }

  /** Returns the section names in the order of the file. */
  public List<String> names() {
    return List.copyOf(sections.keySet());
  }

  public List<String> section(String name) {
    return List.copyOf(Objects.requireNonNull(sections.get(name), name));
  }
}
