package dev.prospector.adapter.web.live;

/** A page is not read; the message says why, for people. */
final class NotRead extends Exception {

  private static final long serialVersionUID = 1;

  NotRead(String message) {
    super(message, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
