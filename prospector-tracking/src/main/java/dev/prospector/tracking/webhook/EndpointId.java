package dev.prospector.tracking.webhook;

/** Names one endpoint within its tenant. */
public record EndpointId(String value) {

  /** Checks the form. */
  public EndpointId {
    if (!value.matches("[A-Za-z0-9._-]{1,64}")) {
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
