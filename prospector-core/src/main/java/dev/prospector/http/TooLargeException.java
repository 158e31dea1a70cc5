package dev.prospector.http;

import java.io.IOException;

/** An answer is larger than its request allows. */
public final class TooLargeException extends IOException {

  private static final long serialVersionUID = 1;

  /** Says what is too large, such as {@code body}. */
  public TooLargeException(String part) {
    super("the " + part + " of the answer is too large");
  }
}
