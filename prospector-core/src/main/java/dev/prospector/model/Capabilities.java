package dev.prospector.model;

/**
 * What a model can do.
 *
 * @param context the most tokens of prompt and answer together; at least 1
 * @param longestAnswer the most tokens of an answer; at least 1
 * @param schema how it is held to a schema
 * @param cache whether its provider keeps repeated beginnings of prompts
 */
public record Capabilities(int context, int longestAnswer, SchemaForm schema, boolean cache) {

  /** How a provider can be asked for an answer of a form. */
  public enum SchemaForm {
    /** It holds the model to a JSON Schema. */
    STRICT,
    /** It takes the schema as that of a tool's input. */
    TOOL,
    /** It enforces JSON but no schema; the schema stands in the prompt. */
    JSON,
    /** The schema stands in the prompt, and nothing is enforced. */
    NONE
  }

  /** Checks the ranges. */
  public Capabilities {
    if (context < 1 || longestAnswer < 1) {
      throw new IllegalArgumentException(
          "a context and an answer have at least 1 token, not " + context + ", " + longestAnswer);
    }
  }

  /** Returns what is assumed of a model of which nothing is known: no limits, nothing enforced. */
  public static Capabilities unknown() {
    return new Capabilities(Integer.MAX_VALUE, Integer.MAX_VALUE, SchemaForm.NONE, false);
  }
}
