package dev.prospector.tracking.frame;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The bytes of {@code text/event-stream}, by the HTML standard, section 9.2. */
public final class ServerSentEvents {

  /** The media type. */
  public static final String MEDIA_TYPE = "text/event-stream";

  /** After so long without a frame a comment is due, so that nobody between closes the line. */
  public static final Duration SILENCE = Duration.ofSeconds(15);

  private static final Duration RETRY = Duration.ofSeconds(2);

  private ServerSentEvents() {}

  /** Returns what a stream begins with: how long to wait before coming back. */
  public static byte[] opening() {
    return bytes("retry: " + RETRY.toMillis() + "\n\n");
  }

  /** Returns a comment, which readers pass over. */
  public static byte[] comment() {
    return bytes(": still here\n\n");
  }

  /** Returns a frame. */
  public static byte[] event(Frame frame) {
    return bytes(
        "id: " + frame.place() + "\nevent: " + frame.name() + "\ndata: " + frame.data() + "\n\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
