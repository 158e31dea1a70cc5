package dev.prospector.cli.lookup;

import dev.prospector.error.InputException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads keys of services from the environment, and from nowhere else. */
final class Keys {

  private Keys() {}

  /**
   * Returns a key.
   *
   * @param variable that holds it; empty if none is needed, as then is the key
   */
  static String required(
      String variable, String service, Function<String, @Nullable String> environment) {
    if (variable.isEmpty()) {
      return "";
    }
    return Optional.ofNullable(environment.apply(variable))
        .map(String::strip)
        .filter(key -> !key.isEmpty())
        .orElseThrow(
            () ->
                new InputException(
                    service.replaceFirst("=.*", "")
                        + " needs a key in the environment: set "
                        + variable));
  }
}
