package dev.prospector.adapter.store.internal.sql;

import java.util.regex.Pattern;

/**
 * JSON text as PostgreSQL's {@code jsonb} takes it, which has no character zero: that one is
 * written as a private character with a digit, and the private character itself twice.
 */
public final class JsonbText {

  private static final String MARK = "\uE000";
  private static final Pattern ZERO = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\u0000");
  private static final Pattern MARKED = Pattern.compile(MARK + "([" + MARK + "0])");

  private JsonbText() {}

  public static String encode(String json) {
    String doubled = json.replace(MARK, MARK + MARK);
    return doubled.contains("\\u0000")
        ? ZERO.matcher(doubled).replaceAll("$1" + MARK + "0")
        : doubled;
  }

  public static String decode(String json) {
    return json.contains(MARK)
        ? MARKED.matcher(json).replaceAll(m -> m.group(1).equals("0") ? "\\\\u0000" : MARK)
        : json;
  }
}
