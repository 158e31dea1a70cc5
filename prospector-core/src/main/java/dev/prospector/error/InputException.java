package dev.prospector.error;

import org.jspecify.annotations.Nullable;

/** A file or text given by the caller cannot be read: the message says where and what to change. */
public final class InputException extends ProspectorException {

  private static final long serialVersionUID = 1;

  /** Says what is wrong with which input. */
  public InputException(String message) {
    super(message, null);
  }

  /** Says what is wrong with which input, and what was met while reading it. */
  public InputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
