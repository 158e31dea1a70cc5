package dev.prospector.agents.structured.jsonld;

import dev.prospector.agents.structured.item.Allowance;
import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Sequence;
import dev.prospector.agents.structured.item.Text;
import dev.prospector.agents.structured.item.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON that pages really contain: with comments, a CDATA or comment wrapper, trailing
 * commas, raw control characters in strings, escapes of JavaScript, and several values in a row.
 */
final class LenientJson {

  private final String json;
  private final JsonSpace space;
  private int at;

  private LenientJson(String json) {
    this.json = json;
    this.space = new JsonSpace(json);
  }

  /** The values read before the end or before the first fault, and what the fault was, or "". */
  record Parsed(List<Value> values, String problem) {}

  static Parsed parse(String json) {
    LenientJson reader = new LenientJson(json);
    List<Value> values = new ArrayList<>();
    try {
      reader.skip();
      while (reader.at < json.length()) {
        values.add(reader.value(0));
        reader.skip();
        while (reader.peek() == ';' || reader.peek() == ',') {
          reader.at++;
          reader.skip();
        }
      }
      return new Parsed(values, "");
    } catch (Fault fault) {
      return new Parsed(values, fault.what);
    }
  }

  private Value value(int depth) throws Fault {
    if (depth > Allowance.DEPTH) {
      throw fault("nested too deeply");
    }
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> Text.plain(string());
      default -> word();
    };
  }

  private Item object(int depth) throws Fault {
    at++;
    Map<String, Value> members = new LinkedHashMap<>();
    skip();
    while (peek() != '}') {
      if (peek() == ',') {
        at++;
        skip();
        continue;
      }
      String name = name();
      skip();
      expect(':');
      skip();
      members.put(name, value(depth + 1));
      skip();
      separator('}');
    }
    at++;
    return JsonItem.of(members);
  }

  private String name() throws Fault {
    if (peek() == '"') {
      return string();
    }
    int start = at;
    while (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '@' || peek() == '$') {
      at++;
    }
    if (start == at) {
      throw fault("a name was expected");
    }
    return json.substring(start, at);
  }

  private Sequence array(int depth) throws Fault {
    at++;
    List<Value> values = new ArrayList<>();
    skip();
    while (peek() != ']') {
      if (peek() == ',') {
        at++;
        skip();
        continue;
      }
      values.add(value(depth + 1));
      skip();
      separator(']');
    }
    at++;
    return new Sequence(values);
  }

  private void separator(char close) throws Fault {
    if (peek() == ',') {
      at++;
      skip();
    } else if (peek() != close) {
      throw fault("',' or '" + close + "' was expected");
    }
  }

  private Text word() throws Fault {
    int start = at;
    while (Character.isLetterOrDigit(peek()) || peek() == '-' || peek() == '+' || peek() == '.') {
      at++;
    }
    String word = json.substring(start, at);
    return switch (word) {
      case "null" -> new Text("", Text.Form.NULL, "");
      case "true", "false" -> new Text(word, Text.Form.BOOLEAN, "");
      default -> number(word);
    };
  }

  private Text number(String word) throws Fault {
    boolean digits = !word.isEmpty() && word.chars().anyMatch(c -> c >= '0' && c <= '9');
    if (!digits || !word.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
      throw fault("a value was expected");
    }
    return new Text(word, Text.Form.NUMBER, "");
  }

  private String string() throws Fault {
    at++;
    StringBuilder text = new StringBuilder();
    while (at < json.length()) {
      char c = json.charAt(at++);
      if (c == '"') {
        return text.toString();
      }
      if (c == '\\') {
        escape(text);
      } else {
        text.append(c);
      }
    }
    throw fault("a string does not end");
  }

  private void escape(StringBuilder text) {
    char c = peek();
    at++;
    switch (c) {
      case 'n' -> text.append('\n');
      case 't' -> text.append('\t');
      case 'r' -> text.append('\r');
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case '"', '/', '\\', '\'' -> text.append(c);
      case 'u' -> hexadecimal(4, c, text);
      case 'x' -> hexadecimal(2, c, text);
      default -> {
        if (c != '\n' && c != '\0') {
          text.append('\\').append(c);
        }
      }
    }
  }

  private void hexadecimal(int digits, char letter, StringBuilder text) {
    int code = 0;
    for (int i = 0; i < digits; i++) {
      int digit = at + i < json.length() ? Character.digit(json.charAt(at + i), 16) : -1;
      if (digit < 0) {
        text.append('\\').append(letter);
        return;
      }
      code = code * 16 + digit;
    }
    at += digits;
    text.append((char) code);
  }

  private void skip() {
    at = space.after(at);
  }

  private char peek() {
    return at < json.length() ? json.charAt(at) : '\0';
  }

  private void expect(char c) throws Fault {
    if (peek() != c) {
      throw fault("'" + c + "' was expected");
    }
    at++;
  }

  private Fault fault(String what) {
    return new Fault(what + " at character " + at);
  }

  /** Ends the reading of one script; never leaves this class. */
  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    private final String what;

    Fault(String message) {
      super(message, null, false, false);
      this.what = message;
    }
  }
}
