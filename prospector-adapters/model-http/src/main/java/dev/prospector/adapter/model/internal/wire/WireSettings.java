package dev.prospector.adapter.model.internal.wire;

import dev.prospector.model.Capabilities.SchemaForm;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one model is asked in a dialect, as far as it is known by now.
 *
 * @param model its name at the provider
 * @param lengthField in which the longest answer stands, in the chat form
 * @param effortField in which the effort stands; empty if it takes none
 * @param schema how it is held to a schema
 * @param cache whether repeated beginnings are to be marked
 * @param context tokens that the model is to hold, where that has to be said; else 0
 * @param extra what is sent besides
 * @param refused names of what the provider refused once
 * @param stream whether the answer is sent in pieces
 */
public record WireSettings(
    String model,
    String lengthField,
    String effortField,
    SchemaForm schema,
    boolean cache,
    int context,
    ObjectNode extra,
    Set<Refusal> refused,
    boolean stream) {

  /** What a provider may refuse, and is then asked without. */
  public enum Refusal {
    /** The name of the field with the longest answer. */
    LENGTH_FIELD,
    /** The role {@code system}. */
    SYSTEM_ROLE,
    /** Effort. */
    EFFORT,
    /** A schema that is enforced. */
    STRICT_SCHEMA,
    /** A schema as a tool's input, or JSON without a schema. */
    OTHER_SCHEMA,
    /** Marks for its cache. */
    CACHE
  }

  public boolean takes(Refusal what) {
    return !refused.contains(what);
  }

  /** Returns how it is held to a schema, after what it refused. */
  public SchemaForm schemaNow() {
    if (!takes(Refusal.OTHER_SCHEMA)) {
      return SchemaForm.NONE;
    }
    return schema == SchemaForm.STRICT && !takes(Refusal.STRICT_SCHEMA) ? SchemaForm.TOOL : schema;
  }
}
