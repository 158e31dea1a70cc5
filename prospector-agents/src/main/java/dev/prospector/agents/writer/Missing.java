package dev.prospector.agents.writer;

import dev.prospector.agents.prompt.Argued;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an answer leaves out, taken as empty. */
public final class Missing {

  private Missing() {}

  /** Returns a list of an answer; an empty one where it is missing. */
  public static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** Returns a text of an answer, without space around it; empty where it is missing. */
  public static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** Returns a sentence of an answer; one without words where it is missing. */
  public static Argued sentence(@Nullable Argued sentence) {
    return sentence == null ? new Argued("", List.of()) : sentence;
  }
}
