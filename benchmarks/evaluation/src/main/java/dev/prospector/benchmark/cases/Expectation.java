package dev.prospector.benchmark.cases;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * One thing that is expected of a lead's field.
 *
 * @param lead its domain, name or id; {@code *} for the whole list
 * @param field see {@link FoundFields}
 * @param kind whether the value must be there, must not, or is all there is
 * @param values one value, or for {@code IS} all of them
 */
record Expectation(String lead, String field, Kind kind, List<String> values) {

  /** What is expected of a value. */
  enum Kind {
    HAS,
    NOT,
    IS
  }

  Expectation {
    values = List.copyOf(values);
  }

  /** Reads {@code {lead: {field: {has: [...], not: [...], is: ...}}}}, one for each value. */
  static List<Expectation> read(JsonNode file) {
    List<Expectation> all = new ArrayList<>();
    for (String lead : file.propertyNames()) {
      JsonNode fields = file.get(lead);
      for (String field : fields.propertyNames()) {
        JsonNode rules = fields.get(field);
        rules.path("has").forEach(v -> all.add(one(lead, field, Kind.HAS, v)));
        rules.path("not").forEach(v -> all.add(one(lead, field, Kind.NOT, v)));
        if (rules.has("is")) {
          List<String> values = new ArrayList<>();
          JsonNode is = rules.get("is");
          if (is.isArray()) {
            is.forEach(v -> values.add(v.asString("")));
          } else if (!is.isNull()) {
            values.add(is.asString(""));
          }
          all.add(new Expectation(lead, field, Kind.IS, values));
        }
      }
    }
    return all;
  }

  private static Expectation one(String lead, String field, Kind kind, JsonNode value) {
    return new Expectation(lead, field, kind, List.of(value.asString("")));
  }

  /** Returns whether the values found are as expected. */
  boolean holds(List<String> found) {
    List<String> folded = found.stream().map(Expectation::fold).distinct().sorted().toList();
    return switch (kind) {
      case HAS -> folded.stream().anyMatch(f -> f.contains(fold(values.get(0))));
      case NOT -> folded.stream().noneMatch(f -> f.contains(fold(values.get(0))));
      case IS -> folded.equals(values.stream().map(Expectation::fold).distinct().sorted().toList());
    };
  }

  /** Letter case, kinds of spaces and forms of accents make no difference. */
  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replace('\u00a0', ' ')
        .replace('\u2019', '\'')
        .strip();
  }
}
