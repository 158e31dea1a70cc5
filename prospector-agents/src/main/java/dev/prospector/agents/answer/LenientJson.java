package dev.prospector.agents.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one JSON value that may have comments, trailing commas, raw line breaks in texts, names
 * twice, or no end: of what was cut the complete parts are kept, never half a value. It takes one
 * pass. Confined to one thread.
 */
final class LenientJson {

  private static final int DEEPEST = 64;
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9]\\d{0,400}+)(?:\\.\\d{1,400}+)?(?:[eE][+-]?\\d{1,3})?");
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String text;
  private final List<String> violations = new ArrayList<>();
  private int at;
  private boolean cut;
  private boolean broken;

  private LenientJson(String text, int start) {
    this.text = text;
    this.at = start;
  }

  /**
   * What was read.
   *
   * @param value what is complete of it
   * @param end where it ends in the text
   * @param cut whether its end is missing
   * @param violations what was wrong beyond its form, such as a name that stands twice
   */
  record Read(JsonNode value, int end, boolean cut, List<String> violations) {}

  /**
   * What came of reading at a place.
   *
   * @param read the value that begins there; empty if none does
   * @param end where it ends, or where it turned out to be none
   */
  record Tried(Optional<Read> read, int end) {}

  /** Reads the value that begins at a place. */
  static Tried at(String text, int start) {
    LenientJson reader = new LenientJson(text, start);
    JsonNode value = reader.value("", 0);
    if (value == null || reader.broken) {
      return new Tried(Optional.empty(), Math.max(start + 1, reader.at));
    }
    Read read = new Read(value, reader.at, reader.cut, List.copyOf(reader.violations));
    return new Tried(Optional.of(read), reader.at);
  }

  /** Returns a value, or null if it is not there, cut, or none. */
  private @Nullable JsonNode value(String path, int depth) {
    skip();
    if (at >= text.length()) {
      cut = true;
      return null;
    }
    if (depth > DEEPEST) {
      broken = true;
      return null;
    }
    char first = text.charAt(at);
    return switch (first) {
      case '{' -> object(path, depth);
      case '[' -> array(path, depth);
      case '"' -> string();
      default -> word();
    };
  }

  private @Nullable JsonNode object(String path, int depth) {
    ObjectNode object = NODES.objectNode();
    Set<String> twice = new HashSet<>();
    at++;
    while (true) {
      skip();
      if (ends('}')) {
        break;
      }
      JsonNode name = at < text.length() && text.charAt(at) == '"' ? string() : null;
      if (name == null || !colon()) {
        broken |= !cut;
        break;
      }
      String key = name.asString("");
      JsonNode value = value(path + "/" + key, depth + 1);
      if (value != null) {
        keep(object, key, value, path, twice);
      }
      if (value == null || !comma('}')) {
        broken |= !cut;
        break;
      }
    }
    twice.forEach(object::remove);
    return broken ? null : object;
  }

  private void keep(ObjectNode object, String key, JsonNode value, String path, Set<String> twice) {
    if (object.has(key) && twice.add(key)) {
      violations.add(path + "/" + key + " stands twice");
    }
    object.set(key, value);
  }

  private @Nullable JsonNode array(String path, int depth) {
    ArrayNode array = NODES.arrayNode();
    at++;
    while (true) {
      skip();
      if (ends(']')) {
        break;
      }
      boolean wasCut = cut;
      JsonNode value = value(path + "/" + array.size(), depth + 1);
      if (value != null && (!cut || wasCut)) {
        array.add(value);
      } else if (value != null && !value.isEmpty()) {
        array.add(value); // What it lacks is found when it is compared with its schema.
      }
      if (value == null || !comma(']')) {
        broken |= !cut;
        break;
      }
    }
    return broken ? null : array;
  }

  private boolean ends(char end) {
    if (at >= text.length()) {
      cut = true;
      return true;
    }
    if (text.charAt(at) == end) {
      at++;
      return true;
    }
    return false;
  }

  private boolean colon() {
    skip();
    if (at < text.length() && text.charAt(at) == ':') {
      at++;
      return true;
    }
    cut |= at >= text.length();
    return false;
  }

  /** Takes a comma, or stands before the end; false if neither is there. */
  private boolean comma(char end) {
    if (cut) {
      return false;
    }
    skip();
    if (at >= text.length()) {
      cut = true;
      return false;
    }
    if (text.charAt(at) == ',') {
      at++;
      return true;
    }
    return text.charAt(at) == end;
  }

  /** Returns a text; raw line breaks and tabs in it are taken as they are. */
  private @Nullable JsonNode string() {
    StringBuilder value = new StringBuilder();
    int i = at + 1;
    while (i < text.length()) {
      char letter = text.charAt(i);
      if (letter == '"') {
        at = i + 1;
        return NODES.stringNode(value.toString());
      }
      if (letter != '\\') {
        value.append(letter);
        i++;
        continue;
      }
      int length = escape(i, value);
      if (length < 0) {
        broken = true;
        return null;
      }
      i += length;
    }
    at = text.length();
    cut = true;
    return null;
  }

  /** Adds what an escape stands for; returns its length, or -1 if it is none. */
  private int escape(int i, StringBuilder value) {
    if (i + 1 >= text.length()) {
      return 1;
    }
    char kind = text.charAt(i + 1);
    int plain = "\"\\/bfnrt".indexOf(kind);
    if (plain >= 0) {
      value.append("\"\\/\b\f\n\r\t".charAt(plain));
      return 2;
    }
    return kind == 'u' ? unicodeEscape(i, value) : -1;
  }

  private int unicodeEscape(int i, StringBuilder value) {
    if (i + 6 > text.length()) {
      return text.length() - i;
    }
    int code = 0;
    for (int j = i + 2; j < i + 6; j++) {
      int digit = Character.digit(text.charAt(j), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    value.append((char) code);
    return 6;
  }

  /** Returns a number, true, false or null; one at the very end may be half of another. */
  private @Nullable JsonNode word() {
    int end = at;
    while (end < text.length() && ",]}:/ \t\r\n\"[{".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String word = text.substring(at, end);
    if (end >= text.length()) {
      cut = true;
      at = end;
      return null;
    }
    at = end;
    boolean known = word.equals("true") || word.equals("false") || word.equals("null");
    if (!known && !(word.length() < 400 && NUMBER.matcher(word).matches())) {
      broken = true;
      return null;
    }
    return MAPPER.readTree(word);
  }

  /** Passes white space and comments. */
  private void skip() {
    while (at < text.length()) {
      char letter = text.charAt(at);
      if (letter <= ' ' || letter == '\u00a0' || letter == '\ufeff') {
        at++;
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else {
        return;
      }
    }
  }
}
