package dev.prospector.agents.answer;

import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import dev.prospector.agent.Reading;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of an answer, made from a record: its schema in the subset that every provider takes,
 * and how it is read. A missing part that may be missing comes as an empty text, list or {@code
 * null}. Immutable, safe for several threads.
 *
 * @param <A> the record
 */
public final class AnswerForm<A extends Record> {

  private static final Set<String> KEPT =
      Set.of("type", "properties", "required", "additionalProperties", "items", "enum", "anyOf");
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private final Class<A> type;
  private final Schema schema;
  private final AnswerReader reader;

  private AnswerForm(Class<A> type, Schema schema, Vocabulary vocabulary) {
    this.type = type;
    this.schema = schema;
    this.reader = AnswerReader.of(schema.json(), vocabulary);
  }

  /** Returns the form of a record; closed vocabularies also come by their labels. */
  public static <A extends Record> AnswerForm<A> of(
      String name, Class<A> type, Vocabulary vocabulary) {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.INLINE_ALL_SCHEMAS)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    JsonNode full = new SchemaGenerator(config.build()).generateSchema(type);
    return new AnswerForm<>(type, Schema.of(name, narrowed(full).toString()), vocabulary);
  }

  /** Leaves what every provider takes: closed objects of which every property is required. */
  private static JsonNode narrowed(JsonNode full) {
    ObjectNode narrow = JSON.createObjectNode();
    for (var entry : full.properties()) {
      if (KEPT.contains(entry.getKey()) && !entry.getKey().equals("properties")) {
        JsonNode value = entry.getValue();
        narrow.set(entry.getKey(), entry.getKey().equals("items") ? narrowed(value) : value);
      }
    }
    if (full.path("properties").isObject()) {
      ObjectNode properties = narrow.putObject("properties");
      ArrayNode required = narrow.putArray("required");
      for (var property : full.path("properties").properties()) {
        properties.set(property.getKey(), narrowed(property.getValue()));
        required.add(property.getKey());
      }
      narrow.put("additionalProperties", false);
    }
    return narrow;
  }

  /** Returns the schema that is sent. */
  public Schema schema() {
    return schema;
  }

  /**
   * Returns what an agent makes of an answer.
   *
   * @param section makes the section of the record, given a list to which it adds what is wrong
   */
  public <T> Reading<T> read(Answer answer, BiFunction<A, List<String>, T> section) {
    AnswerReader.Result result = reader.read(answer.text(), answer.ending());
    Optional<A> value = result.json().flatMap(this::bound);
    List<String> violations = new java.util.ArrayList<>(result.violations());
    if (value.isEmpty()) {
      violations.add("nothing of it has the form that was asked for");
      return Reading.malformed(violations);
    }
    return Reading.of(section.apply(value.get(), violations), violations);
  }

  private Optional<A> bound(String json) {
    try {
      return Optional.ofNullable(JSON.readValue(json, type));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
