package dev.prospector.agents.structured.item;

import java.util.Objects;

/**
 * A value without parts.
 *
 * @param text the value, with the white space that its syntax prescribes
 * @param form what kind of value the page made of it
 * @param detail what the form adds: the alternative text of an image's URL, the HTML of a piece of
 *     markup, the language or the datatype IRI of an RDFa literal; else empty
 */
public record Text(String text, Form form, String detail) implements Value {

  /** The text of an item that has none of its own. */
  public static final Text EMPTY = new Text("", Form.PLAIN, "");

  /** Checks that every part is given. */
  public Text {
    Objects.requireNonNull(text);
    Objects.requireNonNull(form);
    Objects.requireNonNull(detail);
  }

  /** Returns a text of the form {@link Form#PLAIN}. */
  public static Text plain(String text) {
    return new Text(text, Form.PLAIN, "");
  }

  /** Returns an address or the identifier of another item. */
  public static Text url(String url) {
    return new Text(url, Form.URL, "");
  }

  /** What kind of value a text is. */
  public enum Form {
    /** Words. */
    PLAIN,
    /** An address, or the identifier of another item; the detail is an image's text, if any. */
    URL,
    /** The text of a piece of markup; the detail is its HTML. */
    MARKUP,
    /** An RDFa literal with a language, which is the detail. */
    LANGUAGE,
    /** An RDFa literal with a datatype, whose IRI is the detail. */
    TYPED,
    /** A JSON number, as written. */
    NUMBER,
    /** A JSON {@code true} or {@code false}. */
    BOOLEAN,
    /** A JSON {@code null}; the text is empty. */
    NULL
  }
}
