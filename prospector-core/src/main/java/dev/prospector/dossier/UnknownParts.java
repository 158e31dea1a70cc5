package dev.prospector.dossier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts back what a later version wrote and this one does not know. Unknown components of the record
 * itself are always kept; those of values within it only where the known components beside them are
 * unchanged, since they describe them.
 */
final class UnknownParts {

  private UnknownParts() {}

  /** Puts what the stored record has beyond what is written into it. */
  static void putBack(ObjectNode stored, ObjectNode written) {
    stored
        .properties()
        .forEach(
            part -> {
              JsonNode now = written.get(part.getKey());
              if (now == null) {
                written.set(part.getKey(), part.getValue());
              } else {
                putBackWithin(part.getValue(), now);
              }
            });
  }

  private static void putBackWithin(JsonNode stored, JsonNode written) {
    if (stored instanceof ObjectNode before
        && written instanceof ObjectNode now
        && says(before, now)) {
      putBack(before, now);
    } else if (stored instanceof ArrayNode before && written instanceof ArrayNode now) {
      for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
        putBackWithin(before.get(i), now.get(i));
      }
    }
  }

  /** Whether a value says all that another one says, and perhaps more. */
  private static boolean says(JsonNode more, JsonNode less) {
    if (more instanceof ObjectNode all && less instanceof ObjectNode some) {
      return some.properties().stream()
          .allMatch(p -> all.has(p.getKey()) && says(all.get(p.getKey()), p.getValue()));
    } else if (more instanceof ArrayNode all && less instanceof ArrayNode some) {
      boolean same = all.size() == some.size();
      for (int i = 0; same && i < all.size(); i++) {
        same = says(all.get(i), some.get(i));
      }
      return same;
    }
    return more.equals(less);
  }
}
