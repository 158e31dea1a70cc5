package dev.prospector.agents.answer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares a value with its schema, part by part: what violates it is left out with its path, and a
 * required part that is missing takes what it is part of with it. Confined to one thread.
 */
final class FitToSchema {

  private static final int DEEPEST = 64;
  private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,17})(?:\\.\\d{1,18})?");
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode root;
  private final Vocabulary vocabulary;
  private final boolean cut;
  private final List<String> violations = new ArrayList<>();
  private int dropped;
  private int fitted;

  /**
   * Creates a comparison.
   *
   * @param cut whether the end of the answer is missing: then what is not there was not left out
   */
  FitToSchema(JsonNode root, Vocabulary vocabulary, boolean cut) {
    this.root = root;
    this.vocabulary = vocabulary;
    this.cut = cut;
  }

  List<String> violations() {
    return violations;
  }

  /** Returns how many parts were left out that the schema does not have. */
  int dropped() {
    return dropped;
  }

  /** Returns how many parts fit. */
  int fitted() {
    return fitted;
  }

  /** Returns what fits of a value; empty if nothing does. */
  Optional<JsonNode> fit(JsonNode value) {
    return fit(value, root, "", 0);
  }

  private Optional<JsonNode> fit(JsonNode value, JsonNode written, String path, int depth) {
    JsonNode schema = resolved(written);
    if (depth > DEEPEST) {
      return violation(path, "is nested too deeply");
    }
    if (value.isNull()) {
      return isNullable(schema) ? Optional.of(value) : nothing(schema, path);
    }
    Optional<JsonNode> choice = choice(schema, value, path, depth);
    if (choice.isPresent()) {
      return choice;
    }
    if (!schema.path("enum").isMissingNode() || schema.has("const")) {
      return term(value, schema, path);
    }
    return switch (type(schema)) {
      case "object" -> object(value, schema, path, depth);
      case "array" -> array(value, schema, path, depth);
      case "string" -> string(value, schema, path);
      case "integer", "number" -> number(value, schema, path);
      case "boolean" -> value.isBoolean() ? fits(value) : violation(path, "is not true or false");
      default -> fits(value);
    };
  }

  private Optional<JsonNode> nothing(JsonNode schema, String path) {
    return type(schema).equals("array")
        ? Optional.of(NODES.arrayNode())
        : violation(path, "is null");
  }

  private Optional<JsonNode> choice(JsonNode schema, JsonNode value, String path, int depth) {
    JsonNode options = schema.has("anyOf") ? schema.path("anyOf") : schema.path("oneOf");
    for (JsonNode option : options) {
      FitToSchema tried = new FitToSchema(root, vocabulary, cut);
      Optional<JsonNode> fits = tried.fit(value, option, path, depth + 1);
      if (fits.isPresent() && tried.violations.isEmpty()) {
        dropped += tried.dropped;
        fitted += tried.fitted;
        return fits;
      }
    }
    return Optional.empty();
  }

  private JsonNode resolved(JsonNode schema) {
    JsonNode at = schema;
    for (int i = 0; i < 10 && at.path("$ref").isString(); i++) {
      String ref = at.path("$ref").asString("");
      at = ref.startsWith("#") ? root.at(ref.substring(1)) : at;
    }
    return at;
  }

  private static boolean isNullable(JsonNode schema) {
    JsonNode type = schema.path("type");
    boolean named = type.asString("").equals("null");
    for (JsonNode one : type) {
      named |= one.asString("").equals("null");
    }
    for (JsonNode option : schema.path("anyOf")) {
      named |= isNullable(option);
    }
    return named || schema.path("nullable").asBoolean(false);
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    for (JsonNode one : type) {
      if (!one.asString("").equals("null")) {
        return one.asString("");
      }
    }
    String named = type.asString("");
    return named.isEmpty() && schema.has("properties") ? "object" : named;
  }

  private Optional<JsonNode> object(JsonNode value, JsonNode schema, String path, int depth) {
    if (!value.isObject()) {
      return violation(path, "is not an object");
    }
    ObjectNode kept = NODES.objectNode();
    JsonNode properties = schema.path("properties");
    boolean open = !properties.isObject() || schema.path("additionalProperties").asBoolean(false);
    boolean complete = true;
    for (var property : properties.properties()) {
      String name = property.getKey();
      JsonNode part = value.path(name);
      boolean required = isRequired(schema, name);
      Optional<JsonNode> fits =
          part.isMissingNode()
              ? missing(property.getValue(), path + "/" + name, required)
              : fit(part, property.getValue(), path + "/" + name, depth + 1);
      fits.ifPresent(node -> kept.set(name, node));
      complete &= fits.isPresent() || !required;
    }
    keepUnknown(value, properties, open, kept);
    boolean felled = !complete && !path.isEmpty();
    return felled || kept.isEmpty() && !complete ? Optional.empty() : Optional.of(kept);
  }

  /** Members that the schema does not name are kept where it is open, else counted. */
  private void keepUnknown(JsonNode value, JsonNode properties, boolean open, ObjectNode kept) {
    for (var property : value.properties()) {
      if (properties.has(property.getKey())) {
        continue;
      }
      if (open) {
        kept.set(property.getKey(), property.getValue());
      } else {
        dropped++;
      }
    }
  }

  private Optional<JsonNode> missing(JsonNode schema, String path, boolean required) {
    if (!required) {
      return Optional.empty();
    }
    if (!cut && isNullable(resolved(schema))) {
      return Optional.of(NODES.nullNode());
    }
    return violation(path, "is missing");
  }

  private static boolean isRequired(JsonNode schema, String name) {
    for (JsonNode one : schema.path("required")) {
      if (one.asString("").equals(name)) {
        return true;
      }
    }
    return false;
  }

  private Optional<JsonNode> array(JsonNode value, JsonNode schema, String path, int depth) {
    ArrayNode kept = NODES.arrayNode();
    JsonNode items = schema.path("items");
    if (!value.isArray()) {
      FitToSchema one = new FitToSchema(root, vocabulary, cut);
      Optional<JsonNode> only = one.fit(value, items, path + "/0", depth + 1);
      if (only.isEmpty() || !one.violations.isEmpty()) {
        return violation(path, "is not a list");
      }
      fitted++;
      return Optional.of(kept.add(only.get()));
    }
    int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
    for (int i = 0; i < value.size(); i++) {
      if (kept.size() >= most) {
        Optional<JsonNode> unused = violation(path, "has more than " + most + " elements");
        break;
      }
      fit(value.path(i), items, path + "/" + i, depth + 1).ifPresent(kept::add);
    }
    if (kept.size() < schema.path("minItems").asInt(0)) {
      return violation(path, "has too few elements");
    }
    return Optional.of(kept);
  }

  private Optional<JsonNode> string(JsonNode value, JsonNode schema, String path) {
    if (!value.isString()) {
      return violation(path, "is not a text");
    }
    int length = value.asString("").codePointCount(0, value.asString("").length());
    if (length > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
      return violation(path, "is longer than " + schema.path("maxLength").asInt(0));
    }
    return length < schema.path("minLength").asInt(0)
        ? violation(path, "is too short")
        : fits(value);
  }

  private Optional<JsonNode> number(JsonNode value, JsonNode schema, String path) {
    JsonNode number = value;
    if (value.isString() && NUMBER.matcher(value.asString("").strip()).matches()) {
      number = MAPPER.readTree(value.asString("").strip());
    }
    if (!number.isNumber()) {
      return violation(path, "is not a number");
    }
    boolean whole = number.isIntegralNumber();
    if (!whole && type(schema).equals("integer")) {
      var exact = number.decimalValue().stripTrailingZeros();
      if (exact.scale() > 0) {
        return violation(path, "is not a whole number");
      }
      number = NODES.numberNode(exact.longValue());
    }
    double size = number.doubleValue();
    if (size < schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY)
        || size > schema.path("maximum").asDouble(Double.POSITIVE_INFINITY)) {
      return violation(path, "is out of its range");
    }
    return fits(number);
  }

  private Optional<JsonNode> term(JsonNode value, JsonNode schema, String path) {
    List<JsonNode> terms = new ArrayList<>();
    schema.path("enum").forEach(terms::add);
    if (schema.has("const")) {
      terms.add(schema.path("const"));
    }
    if (terms.contains(value)) {
      return fits(value);
    }
    if (!value.isString()) {
      return violation(path, "is none of the terms");
    }
    String said = folded(value.asString(""));
    List<JsonNode> same =
        terms.stream()
            .filter(JsonNode::isString)
            .filter(
                term -> vocabulary.names(term.asString("")).anyMatch(n -> folded(n).equals(said)))
            .toList();
    return same.size() == 1 ? fits(same.get(0)) : violation(path, "is none of the terms");
  }

  /** Letters and digits alone, small and without accents. */
  static String folded(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private Optional<JsonNode> fits(JsonNode value) {
    fitted++;
    return Optional.of(value);
  }

  private Optional<JsonNode> violation(String path, String what) {
    violations.add((path.isEmpty() ? "the answer" : path) + " " + what);
    return Optional.empty();
  }
}
