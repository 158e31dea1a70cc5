package dev.prospector.adapter.export.report;

import dev.prospector.adapter.export.internal.ControlCharacters;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Mark-up under construction. Texts and attributes are always escaped, so nothing that came from a
 * page, a list or a model can become mark-up.
 */
final class Html {

  private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s<>\"']{1,2000}");
  private static final Pattern MAIL =
      Pattern.compile("(?i)[\\w.+%-]{1,80}@[\\w.-]{1,200}\\.[a-z]{2,20}");
  private static final Pattern PHONE = Pattern.compile("\\+\\d{7,15}");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element with a class, or without one if it is empty. */
  Html open(String tag, String style) {
    return open(tag, style, "");
  }

  /** Opens an element with a class and an id; what is empty is left out. */
  Html open(String tag, String style, String id) {
    out.append('<').append(tag);
    attribute("class", style);
    attribute("id", id);
    out.append('>');
    open.push(tag);
    return this;
  }

  private void attribute(String name, String value) {
    if (!value.isEmpty()) {
      out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }
  }

  /** Opens a part of a lead that one unfolds by its heading; two elements to close. */
  Html fold(String style, String heading) {
    return open("details", "part " + style).add("summary", "", heading).open("div", "inner");
  }

  /** Closes a part that one unfolds. */
  Html endFold() {
    return close().close();
  }

  /** Closes the element that was opened last. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  Html text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** Adds a whole element; nothing if its text is empty. */
  Html add(String tag, String style, String text) {
    return text.isEmpty() ? this : open(tag, style).text(text).close();
  }

  /** Adds what was built elsewhere. */
  Html add(Html part) {
    out.append(part.out);
    return this;
  }

  /** Adds a button that does nothing without a script, and is hidden until there is one. */
  Html button(String style, String text) {
    out.append("<button type=\"button\" hidden");
    attribute("class", style);
    out.append('>').append(escaped(text)).append("</button>");
    return this;
  }

  /** Adds a link where the text is plainly an address of the web, a mailbox or a phone number. */
  Html link(String text) {
    String target =
        WEB.matcher(text).matches()
            ? text
            : MAIL.matcher(text).matches()
                ? "mailto:" + text
                : PHONE.matcher(text).matches() ? "tel:" + text : "";
    if (target.isEmpty()) {
      return text(text);
    }
    out.append("<a href=\"").append(escaped(target)).append('"');
    out.append(" target=\"_blank\" rel=\"noopener noreferrer nofollow\">");
    out.append(escaped(text)).append("</a>");
    return this;
  }

  boolean isEmpty() {
    return out.length() == 0;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  static String escaped(String text) {
    return ControlCharacters.pictured(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
