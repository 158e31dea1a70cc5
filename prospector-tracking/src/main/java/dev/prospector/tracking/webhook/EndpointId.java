package dev.prospector.tracking.webhook;

import java.util.regex.Pattern;

/** Names one endpoint within its tenant. */
public record EndpointId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Checks the form. */
  public EndpointId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an endpoint id has 1 to 64 letters, digits, '.', '_' or '-': '" + value + "'");
    }
  }

  /** Returns the id of the given text. */
  public static EndpointId of(String value) {
    return new EndpointId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
