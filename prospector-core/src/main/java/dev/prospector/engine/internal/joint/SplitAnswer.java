package dev.prospector.engine.internal.joint;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the parts of an answer to a joint question, as they stand there: each agent reads its own
 * as leniently as one that was asked alone. Of several objects it takes the one with the most
 * parts, so that a wrapper or prose around it does no harm. One pass over the text. Confined to one
 * thread.
 */
public final class SplitAnswer {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String[][] THOUGHTS = {
    {"<think>", "</think>"},
    {"<thinking>", "</thinking>"},
    {"<reasoning>", "</reasoning>"},
    {"<|channel|>analysis", "<|channel|>final"}
  };

  private final String text;
  private final Collection<String> names;
  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable Open best;

  /**
   * One part.
   *
   * @param text as it stands in the answer
   * @param whole whether its end is there
   * @param repeated whether it is given more than once; the first counts
   */
  public record Part(String text, boolean whole, boolean repeated) {

    /** Returns the words of a part that is a text; the part as it stands if it is none. */
    public String words() {
      try {
        return JSON.readTree(text).stringValue(text);
      } catch (JacksonException e) {
        return text;
      }
    }
  }

  /** An object or list that has begun and not ended. */
  private static final class Open {
    final int start;
    final boolean isObject;
    final Map<String, Part> parts = new LinkedHashMap<>();
    @Nullable String key;
    boolean wantsValue;
    int valueStart = -1;

    Open(int start, boolean isObject) {
      this.start = start;
      this.isObject = isObject;
    }
  }

  private SplitAnswer(String text, Collection<String> names) {
    this.text = text;
    this.names = names;
  }

  /**
   * Returns the parts that are there, by name.
   *
   * @param said a model's answer
   * @param names of the parts that were asked for
   */
  public static Map<String, Part> of(String said, Collection<String> names) {
    return new SplitAnswer(withoutThoughts(said), names).parts();
  }

  /** What stands before the first value in marks of thought is no answer, though it may try one. */
  private static String withoutThoughts(String said) {
    String small = said.toLowerCase(Locale.ROOT);
    if (small.length() != said.length()) {
      return said;
    }
    int from = 0;
    boolean found = true;
    while (found) {
      found = false;
      int value = small.indexOf('{', from);
      for (String[] marks : THOUGHTS) {
        int start = small.indexOf(marks[0], from);
        if (start >= 0 && (value < 0 || start < value)) {
          int end = small.indexOf(marks[1], start + marks[0].length());
          if (end < 0) {
            return "";
          }
          from = end + marks[1].length();
          found = true;
          break;
        }
      }
    }
    return said.substring(from);
  }

  private Map<String, Part> parts() {
    int at = 0;
    while (at < text.length()) {
      at = open.isEmpty() ? outside(at) : inside(at, open.getFirst());
    }
    while (!open.isEmpty()) {
      endValue(open.getFirst(), text.length(), false);
      close();
    }
    return best == null ? Map.of() : best.parts;
  }

  private int outside(int at) {
    char letter = text.charAt(at);
    if (letter == '{' || letter == '[') {
      open.push(new Open(at, letter == '{'));
    }
    return at + 1;
  }

  private int inside(int at, Open frame) {
    char letter = text.charAt(at);
    switch (letter) {
      case '"':
        return string(at, frame);
      case '/':
        return comment(at, frame);
      case '{', '[':
        beginValue(frame, at);
        open.push(new Open(at, letter == '{'));
        return at + 1;
      case '}', ']':
        endValue(frame, at, true);
        close();
        return at + 1;
      case ',':
        endValue(frame, at, true);
        return at + 1;
      case ':':
        frame.wantsValue = frame.key != null;
        return at + 1;
      default:
        if (!Character.isWhitespace(letter)) {
          beginValue(frame, at);
        }
        return at + 1;
    }
  }

  private int string(int at, Open frame) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (frame.isObject && frame.key == null) {
      frame.key = text.substring(at + 1, Math.min(end, text.length()));
    } else {
      beginValue(frame, at);
    }
    return Math.min(end + 1, text.length());
  }

  private int comment(int at, Open frame) {
    if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end;
    }
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      return end < 0 ? text.length() : end + 2;
    }
    beginValue(frame, at);
    return at + 1;
  }

  private static void beginValue(Open frame, int at) {
    if (frame.wantsValue && frame.valueStart < 0) {
      frame.valueStart = at;
    }
  }

  private void endValue(Open frame, int end, boolean whole) {
    String key = frame.key;
    if (key != null && frame.valueStart >= 0 && names.contains(key)) {
      Part there = frame.parts.get(key);
      frame.parts.put(
          key,
          there == null
              ? new Part(text.substring(frame.valueStart, end).strip(), whole, false)
              : new Part(there.text(), there.whole(), true));
    }
    frame.key = null;
    frame.wantsValue = false;
    frame.valueStart = -1;
  }

  private void close() {
    Open frame = open.pop();
    Open before = best;
    if (frame.parts.isEmpty()) {
      return;
    }
    int more = before == null ? 1 : frame.parts.size() - before.parts.size();
    if (before == null || more > 0 || more == 0 && frame.start < before.start) {
      best = frame;
    }
  }
}
