package dev.prospector.agents.address;

import dev.prospector.agents.internal.Expression;
import java.util.regex.Pattern;

/** Tells a host written without scheme from another kind of address or plain words. */
final class TypedAddress {

  /** A host with a dot, then end, port, path, query or fragment. */
  private static final Expression HOST_FIRST =
      Expression.of(
          "(?://)?[^\\s/\\\\?#@:.]{1,63}(?:\\.[^\\s/\\\\?#@:.]{1,63}){1,10}+\\.?(?::\\d{1,5})?(?:[/\\\\?#].*)?",
          Pattern.DOTALL);

  private TypedAddress() {}

  static boolean lacksScheme(String text) {
    return text.length() <= AddressParser.LONGEST && HOST_FIRST.matcher(text).matches();
  }
}
