package dev.prospector.http;

import dev.prospector.error.InputException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** The bytes that a request sends. Its text is never shown. */
public final class HttpBody {

  private static final HttpBody NONE = of(new byte[0]);

  private final long length;
  private final Supplier<InputStream> content;

  private HttpBody(long length, Supplier<InputStream> content) {
    this.length = length;
    this.content = content;
  }

  /** Returns the body of a request that sends none. */
  public static HttpBody none() {
    return NONE;
  }

  /** Returns a body of these bytes. */
  public static HttpBody of(byte[] bytes) {
    byte[] copy = bytes.clone();
    return new HttpBody(copy.length, () -> new ByteArrayInputStream(copy));
  }

  /** Returns a body of this text in UTF-8. */
  public static HttpBody text(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns a body that is read while it is sent, for what is too large to hold.
   *
   * @param length how many bytes there are, from 1
   * @param content opens it; what it throws fails the request
   */
  public static HttpBody from(long length, Supplier<InputStream> content) {
    if (length < 1) {
      throw new InputException("a body has at least one byte, not " + length);
    }
    return new HttpBody(length, content);
  }

  /** Returns the number of bytes; 0 if nothing is sent. */
  public long length() {
    return length;
  }

  /** Opens the bytes, from the first; to be closed by the caller. */
  public InputStream open() {
    return content.get();
  }

  @Override
  public String toString() {
    return length + " bytes";
  }
}
