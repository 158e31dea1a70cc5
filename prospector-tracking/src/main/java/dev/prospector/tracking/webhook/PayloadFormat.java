package dev.prospector.tracking.webhook;

/** How an event is written into a message. */
public enum PayloadFormat {
  /** {@code {"type", "timestamp", "data"}}, as Standard Webhooks recommends. */
  STANDARD("application/json"),
  /** CloudEvents 1.0, everything in the body. */
  CLOUD_EVENTS_STRUCTURED("application/cloudevents+json; charset=utf-8"),
  /** CloudEvents 1.0, the data in the body and the attributes in {@code ce-} headers. */
  CLOUD_EVENTS_BINARY("application/json");

  private final String contentType;

  PayloadFormat(String contentType) {
    this.contentType = contentType;
  }

  /** Returns the media type of the body. */
  public String contentType() {
    return contentType;
  }
}
