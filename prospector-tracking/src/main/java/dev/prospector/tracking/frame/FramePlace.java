package dev.prospector.tracking.frame;

import dev.prospector.error.InputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far somebody has read a streaming run: the id of the last frame that he has. One event can
 * give several frames, of which the last has the event's number alone.
 *
 * @param event every frame of this event and of those before it was read; 0 for none
 * @param part which frames of the next event were read besides; 0 for none
 */
public record FramePlace(long event, long part) {

  /** Nothing was read. */
  public static final FramePlace START = new FramePlace(0, 0);

  private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(?:\\.([0-9]{1,18}))?");

  /** Checks the ranges. */
  public FramePlace {
    if (event < 0 || part < 0) {
      throw new InputException("a place in a stream is not negative: " + event + "." + part);
    }
  }

  /** Returns the place after all frames of an event. */
  static FramePlace after(long event) {
    return new FramePlace(event, 0);
  }

  /**
   * Reads an id, as {@code Last-Event-ID} brings it back.
   *
   * @param id empty for the beginning
   * @throws InputException if no frame has such an id
   */
  public static FramePlace parse(String id) {
    if (id.isBlank()) {
      return START;
    }
    Matcher matcher = FORM.matcher(id.strip());
    if (!matcher.matches()) {
      throw new InputException(
          "Last-Event-ID is the id of a frame, such as 41, not '"
              + id.substring(0, Math.min(40, id.length()))
              + "': leave it out to begin anew");
    }
    String part = matcher.group(2);
    return new FramePlace(
        Long.parseLong(matcher.group(1)), part == null ? 0 : Long.parseLong(part));
  }

  @Override
  public String toString() {
    return part == 0 ? String.valueOf(event) : event + "." + part;
  }
}
