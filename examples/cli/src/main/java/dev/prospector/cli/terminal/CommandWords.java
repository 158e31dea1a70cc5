package dev.prospector.cli.terminal;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;

/** Writes commands so that they can be copied and run. */
public final class CommandWords {

  private CommandWords() {}

  /** Returns how this program is called: by its jar, or by its name where it runs from classes. */
  public static String program() {
    CodeSource source = CommandWords.class.getProtectionDomain().getCodeSource();
    try {
      URI place = source.getLocation().toURI();
      return place.getPath() != null && place.getPath().endsWith(".jar")
          ? "java -jar " + quoted(Path.of(place).toString())
          : "prospector";
    } catch (URISyntaxException e) {
      return "prospector";
    }
  }

  /** Returns a word as a shell takes it. */
  public static String quoted(String word) {
    return word.matches("[\\w@%+=:,./\\\\-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
