package dev.prospector.agents.answer;

import dev.prospector.model.LanguageModel.Answer.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a model's answer by its schema: strictly, else cleaned of what models are known to add,
 * then part by part. Everything it returns stands in the answer. Immutable, safe for several
 * threads.
 */
public final class AnswerReader {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final JsonNode schema;
  private final Vocabulary vocabulary;

  private AnswerReader(JsonNode schema, Vocabulary vocabulary) {
    this.schema = schema;
    this.vocabulary = vocabulary;
  }

  /** Returns a reader of answers of a schema, whose terms come under the names of a vocabulary. */
  public static AnswerReader of(String schema, Vocabulary vocabulary) {
    return new AnswerReader(MAPPER.readTree(schema), vocabulary);
  }

  /**
   * What was read.
   *
   * @param json what fits the schema, as JSON; empty if nothing does
   * @param violations what does not, one sentence each
   * @param dropped how many parts were left out that the schema does not have
   */
  public record Result(Optional<String> json, List<String> violations, int dropped) {

    static Result nothing(String why) {
      return new Result(Optional.empty(), List.of(why), 0);
    }
  }

  /** A value that was found, as far as it fits. */
  private record Candidate(Optional<JsonNode> value, List<String> violations, FitToSchema fit) {

    boolean isBetterThan(Candidate other) {
      if (value.isPresent() != other.value.isPresent()) {
        return value.isPresent();
      }
      int more = fit.fitted() - other.fit.fitted();
      return more > 0 || more == 0 && violations.size() < other.violations.size();
    }
  }

  /** Returns what an answer says. */
  public Result read(String said, Ending ending) {
    if (ending == Ending.REFUSED || ending == Ending.BLOCKED || said.isBlank()) {
      return Result.nothing("there is no answer");
    }
    try {
      List<LenientJson.Read> found = FindJson.in(said);
      Candidate best = null;
      for (LenientJson.Read read : found) {
        Candidate candidate = candidate(read);
        best = best == null || candidate.isBetterThan(best) ? candidate : best;
      }
      return best == null ? Result.nothing("there is no JSON in the answer") : result(best, ending);
    } catch (FindJson.Unended e) {
      return Result.nothing("the answer ends within the model's thoughts");
    }
  }

  private static Result result(Candidate best, Ending ending) {
    List<String> violations = new ArrayList<>(best.violations());
    if (ending == Ending.TRUNCATED && violations.isEmpty()) {
      violations.add("the answer was cut at its longest length");
    }
    return new Result(
        best.value().map(JsonNode::toString), List.copyOf(violations), best.fit().dropped());
  }

  private Candidate candidate(LenientJson.Read read) {
    List<String> before = new ArrayList<>(read.violations());
    if (read.cut()) {
      before.add("the answer was cut before its end");
    }
    if (isSchema(read.value())) {
      before.add("the answer repeats the schema instead of data");
      return new Candidate(Optional.empty(), before, new FitToSchema(schema, vocabulary, false));
    }
    Candidate whole = fitted(read.value(), before, read.cut());
    if (!whole.violations().isEmpty() || whole.fit().fitted() == 0) {
      return onlyChild(read.value(), whole, before, read.cut());
    }
    return whole;
  }

  private Candidate fitted(JsonNode value, List<String> before, boolean cut) {
    FitToSchema fit = new FitToSchema(schema, vocabulary, cut);
    Optional<JsonNode> fits = fit.fit(value);
    List<String> violations = new ArrayList<>(before);
    violations.addAll(fit.violations());
    boolean nothing = fit.fitted() == 0 && !fit.violations().isEmpty();
    return new Candidate(nothing ? Optional.empty() : fits, violations, fit);
  }

  /** An answer in one more object or list is taken out if exactly one child fits. */
  private Candidate onlyChild(JsonNode value, Candidate whole, List<String> before, boolean cut) {
    Candidate best = whole;
    int fitting = 0;
    for (JsonNode child : value) {
      if (child.isObject() || child.isArray()) {
        Candidate candidate = fitted(child, before, cut);
        boolean fits = candidate.value().isPresent() && candidate.fit().violations().isEmpty();
        fitting += fits ? 1 : 0;
        best = fits && candidate.isBetterThan(whole) ? candidate : best;
      }
    }
    return fitting == 1 ? best : whole;
  }

  private boolean isSchema(JsonNode value) {
    boolean ours = schema.path("properties").has("properties");
    JsonNode properties = value.path("properties");
    return !ours
        && properties.isObject()
        && (value.has("type")
            || value.has("$schema")
            || value.has("required")
            || value.size() == 1);
  }
}
