package dev.prospector.cli.stored;

import dev.prospector.cli.terminal.CommandWords;
import dev.prospector.error.ConfigurationException;
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

  /** What is left of a secret in a text of somebody else's; our own have none. */
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?i)([?&;])([\\w.-]*(?:password|passwd|pwd|secret|token)[\\w.-]*)=[^&\\s'\"]*");

  private static final Pattern SECRET_USER = Pattern.compile("(//[^/@:\\s]*):[^/@\\s]*@");

  private final dev.prospector.adapter.store.StoreAddress address;
  private final boolean fromEnvironment;

  private StoreAddress(dev.prospector.adapter.store.StoreAddress address, boolean fromEnvironment) {
    this.address = address;
    this.fromEnvironment = fromEnvironment;
  }

  /**
   * Returns the address that somebody wrote; of a file without the working folder.
   *
   * @param fromEnvironment whether it will be found there again
   */
  public static StoreAddress of(String written, boolean fromEnvironment) {
    try {
      dev.prospector.adapter.store.StoreAddress read =
          dev.prospector.adapter.store.StoreAddress.parse(written);
      return new StoreAddress(
          read.file().map(StoreAddress::absolute).orElse(read), fromEnvironment);
    } catch (ConfigurationException e) {
      throw new InputException(
          "--store is sqlite:FILE or postgresql://HOST/DATABASE?user=...: " + e.problems().get(0));
    }
  }

  private static dev.prospector.adapter.store.StoreAddress absolute(Path file) {
    return dev.prospector.adapter.store.StoreAddress.parse(
        "sqlite:" + file.toAbsolutePath().normalize());
  }

  /** Returns what opens the store. */
  dev.prospector.adapter.store.StoreAddress place() {
    return address;
  }

  /** Returns the file that the store is, if it is one. */
  public Optional<Path> file() {
    return address.file();
  }

  /** Returns whether it is a file that is not there yet. */
  public boolean isMissing() {
    return address.file().filter(file -> !Files.exists(file)).isPresent();
  }

  boolean isFromEnvironment() {
    return fromEnvironment;
  }

  /** Returns whether something is left out where the address is shown. */
  boolean hasSecret() {
    return address.hasSecret();
  }

  /** Returns what says on a command line where the store is, without what is secret. */
  String option() {
    return fromEnvironment ? "" : " --store " + CommandWords.quoted(address.withoutSecrets());
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
    return address.toString();
  }
}
