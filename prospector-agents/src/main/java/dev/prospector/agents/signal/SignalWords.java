package dev.prospector.agents.signal;

import dev.prospector.agents.page.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The phrases of {@code signals.txt} by subject and language. */
final class SignalWords {

  private static final Map<String, Phrases> SECTIONS = read();
  private static final Phrases NONE = new Phrases(List.of());

  private SignalWords() {}

  /** Returns the phrases of a subject; none for a language that is not known. */
  static Phrases of(String subject, Language language) {
    return SECTIONS.getOrDefault(subject + " " + language.code(), NONE);
  }

  private static Map<String, Phrases> read() {
    try (InputStream in = SignalWords.class.getResourceAsStream("signals.txt")) {
      byte[] bytes = Objects.requireNonNull(in, "signals.txt").readAllBytes();
      Map<String, List<String>> sections = new HashMap<>();
      List<String> current = new ArrayList<>();
      for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
        String entry = line.strip();
        if (entry.startsWith("[")) {
          current = new ArrayList<>();
          sections.put(entry.substring(1, entry.length() - 1), current);
        } else if (!entry.isEmpty() && !entry.startsWith("#")) {
          current.add(entry.replace(":", ""));
        }
      }
      Map<String, Phrases> phrases = new HashMap<>();
      sections.forEach((name, list) -> phrases.put(name, new Phrases(list)));
      return phrases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
