package dev.prospector.cli.stored;

import dev.prospector.cli.terminal.CommandWords;
import dev.prospector.error.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where runs are kept. The address of a server may bear a password, which is shown nowhere and kept
 * nowhere.
 */
public final class StoreAddress {

  /** The variable that stands in for {@code --store}. */
  public static final String VARIABLE = "PROSPECTOR_STORE";

  private static final String SQLITE = "sqlite:";
  private static final String POSTGRESQL = "postgresql:";

  /** A parameter whose name speaks of a secret, or a name and password before the host. */
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?i)([?&;])([\\w.-]*(?:password|passwd|pwd|secret|token)[\\w.-]*)=[^&\\s'\"]*");

  private static final Pattern SECRET_USER = Pattern.compile("(//[^/@:\\s]*):[^/@\\s]*@");

  private final String address;
  private final boolean fromEnvironment;

  private StoreAddress(String address, boolean fromEnvironment) {
    this.address = address;
    this.fromEnvironment = fromEnvironment;
  }

  /**
   * Returns the address that somebody wrote; of a file without the working folder.
   *
   * @param fromEnvironment whether it will be found there again
   */
  public static StoreAddress of(String written, boolean fromEnvironment) {
    String plain = written.startsWith("jdbc:") ? written.substring("jdbc:".length()) : written;
    if (plain.startsWith(SQLITE) && plain.length() > SQLITE.length()) {
      Path file = Path.of(plain.substring(SQLITE.length())).toAbsolutePath().normalize();
      return new StoreAddress(SQLITE + file, fromEnvironment);
    }
    if (plain.startsWith(POSTGRESQL)) {
      return new StoreAddress(plain, fromEnvironment);
    }
    throw new InputException(
        "--store is sqlite:FILE or postgresql://HOST/DATABASE?user=..., not '"
            + withoutSecrets(written)
            + "'");
  }

  /** Returns what opens the store; not to be shown. */
  String secret() {
    return address;
  }

  /** Returns the file that the store is, if it is one. */
  public Optional<Path> file() {
    return address.startsWith(SQLITE)
        ? Optional.of(Path.of(address.substring(SQLITE.length())))
        : Optional.empty();
  }

  /** Returns whether it is a file that is not there yet. */
  public boolean isMissing() {
    return address.startsWith(SQLITE) && !Files.exists(Path.of(address.substring(SQLITE.length())));
  }

  boolean isFromEnvironment() {
    return fromEnvironment;
  }

  /** Returns whether something is left out where the address is shown. */
  boolean hasSecret() {
    return !withoutSecrets(address).equals(address);
  }

  /** Returns what says on a command line where the store is, without what is secret. */
  String option() {
    return fromEnvironment ? "" : " --store " + CommandWords.quoted(withoutSecretParts());
  }

  private String withoutSecretParts() {
    String withoutUser = SECRET_USER.matcher(address).replaceAll("$1@");
    String cut = SECRET_PARAMETER.matcher(withoutUser).replaceAll("$1");
    return cut.replaceAll("&{2,}", "&").replace("?&", "?").replaceAll("[?&]$", "");
  }

  /** Returns a text in which passwords of addresses are struck out. */
  public static String withoutSecrets(String text) {
    if (!text.contains("=") && !text.contains("@")) {
      return text;
    }
    String withoutUser = SECRET_USER.matcher(text).replaceAll("$1:...@");
    return SECRET_PARAMETER.matcher(withoutUser).replaceAll("$1$2=...");
  }

  @Override
  public String toString() {
    return withoutSecrets(address);
  }
}
