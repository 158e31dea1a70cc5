package dev.prospector.agents.structured.jsonld;

/** Knows where the space between two JSON tokens ends: blanks, comments and wrappers. */
final class JsonSpace {

  private final String json;

  JsonSpace(String json) {
    this.json = json;
  }

  /** Returns the index of the next character that belongs to a token, or the length. */
  int after(int start) {
    int at = start;
    while (at < json.length()) {
      int next = step(at);
      if (next == at) {
        return at;
      }
      at = next;
    }
    return json.length();
  }

  private int step(int at) {
    char c = json.charAt(at);
    if (Character.isWhitespace(c) || c == '\uFEFF' || c == '\u00A0' || c == '\u200B' || c < ' ') {
      return at + 1;
    }
    if (c == '/' && json.startsWith("//", at)) {
      return lineEnd(at);
    }
    if (c == '/' && json.startsWith("/*", at)) {
      return past("*/", at + 2, json.length());
    }
    if (c == '<' && json.startsWith("<!--", at)) {
      return comment(at);
    }
    return wrapper(at);
  }

  // A comment that closes on its own line hides its text; an old wrapper shows what follows it.
  private int comment(int at) {
    for (int i = at + 4; i < json.length() && json.charAt(i) != '\n'; i++) {
      if (json.startsWith("-->", i)) {
        return i + 3;
      }
    }
    return at + 4;
  }

  private int wrapper(int at) {
    for (String mark : new String[] {"-->", "<![CDATA[", "]]>"}) {
      if (json.startsWith(mark, at)) {
        return at + mark.length();
      }
    }
    return at;
  }

  // "//<![CDATA[ {" hides only the wrapper, not the value that begins on the same line.
  private int lineEnd(int at) {
    int wrapper = at + 2;
    while (wrapper < json.length() && json.charAt(wrapper) == ' ') {
      wrapper++;
    }
    if (json.charAt(at) == '/' && wrapper(Math.min(wrapper, json.length())) > wrapper) {
      return wrapper(wrapper);
    }
    int end = at;
    while (end < json.length() && json.charAt(end) != '\n' && json.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int past(String mark, int from, int otherwise) {
    int found = json.indexOf(mark, from);
    return found < 0 ? otherwise : found + mark.length();
  }
}
