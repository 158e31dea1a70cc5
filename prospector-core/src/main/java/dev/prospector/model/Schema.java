package dev.prospector.model;

import java.util.regex.Pattern;

/**
 * The form in which an answer is asked for.
 *
 * @param name 1 to 64 letters, digits, {@code _} or {@code -}
 * @param json a JSON Schema in the subset that every provider takes: closed objects of which every
 *     property is required
 * @param enforced whether the provider is to hold the model to it, where it can; else it stands in
 *     the prompt only
 */
public record Schema(String name, String json, boolean enforced) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** Checks the name. */
  public Schema {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a schema's name has 1 to 64 letters, digits, '_' or '-': '" + name + "'");
    }
  }

  /** Returns a schema to which the provider holds the model. */
  public static Schema of(String name, String json) {
    return new Schema(name, json, true);
  }

  /** Returns this schema, to be shown in the prompt only. */
  public Schema inWords() {
    return new Schema(name, json, false);
  }
}
