package dev.prospector.cli.stored;

import dev.prospector.cli.terminal.Terminal;
import dev.prospector.error.InputException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The key by which those who said no are kept: a store holds their hashes alone, and with another
 * key none of them matches. It is read from the environment, and kept nowhere.
 */
public final class SuppressionKey {

  /** The variable that holds it. */
  public static final String VARIABLE = "PROSPECTOR_SUPPRESSION_KEY";

  private static final int SHORTEST = 16;

  private SuppressionKey() {}

  /** Returns the key, if there is one. */
  static Optional<byte[]> in(Terminal terminal) {
    return Optional.ofNullable(terminal.environment().apply(VARIABLE))
        .map(String::strip)
        .filter(key -> !key.isEmpty())
        .map(SuppressionKey::checked);
  }

  private static byte[] checked(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < SHORTEST) {
      throw new InputException(
          VARIABLE
              + " has "
              + SHORTEST
              + " characters or more: hashes of a short key can be tried");
    }
    return bytes;
  }
}
