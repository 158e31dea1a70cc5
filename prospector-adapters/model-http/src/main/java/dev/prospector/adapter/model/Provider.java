package dev.prospector.adapter.model;

import dev.prospector.adapter.model.internal.wire.Json;
import dev.prospector.error.InputException;
import dev.prospector.model.Capabilities.SchemaForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A provider as data: its address, its dialect, the name of the variable with its key, and what it
 * takes. Start from {@link #named} or {@link #at}.
 *
 * <p>Immutable; holds no key.
 */
public final class Provider {

  private static final JsonNode PRESETS = load();

  private final String name;
  private final String base;
  private final Dialect dialect;
  private final JsonNode entry;

  private Provider(String name, String base, Dialect dialect, JsonNode entry) {
    this.name = name;
    this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    this.dialect = dialect;
    this.entry = entry;
  }

  private static JsonNode load() {
    try (InputStream in =
        Objects.requireNonNull(Provider.class.getResourceAsStream("presets.json"))) {
      return Json.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns a provider that is known by its name.
   *
   * @throws InputException if it is not, with the names that are
   */
  public static Provider named(String name) {
    JsonNode entry = PRESETS.path(name);
    if (!entry.isObject()) {
      throw new InputException(
          "there is no provider '" + name + "': known are " + String.join(", ", names()));
    }
    Dialect dialect = Dialect.valueOf(Json.text(entry, "dialect"));
    return new Provider(name, Json.text(entry, "base"), dialect, entry);
  }

  /** Returns a provider at any address that takes OpenAI's chat form; its models have no price. */
  public static Provider at(String base) {
    ObjectNode entry = Json.object().put("length", "max_tokens").put("schema", "STRICT");
    return new Provider("compatible", base, Dialect.OPENAI_CHAT, entry);
  }

  /** Returns the names of all that are known. */
  public static List<String> names() {
    return new ArrayList<>(PRESETS.propertyNames());
  }

  /** Returns this provider at another address. */
  public Provider withBase(String address) {
    return new Provider(name, address, dialect, entry);
  }

  /** Returns this provider, asked in another dialect. */
  public Provider withDialect(Dialect other) {
    return new Provider(name, base, other, entry);
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the address; empty if it has to be given, as for Azure. */
  public String base() {
    return base;
  }

  /** Returns the dialect. */
  public Dialect dialect() {
    return dialect;
  }

  /** Returns the name of the environment's variable with the key; empty if it needs none. */
  public String keyVariable() {
    return Json.text(entry, "key");
  }

  /** Returns whether its models cost nothing, as on one's own machine. */
  public boolean isFree() {
    return entry.path("free").asBoolean(false);
  }

  String keyHeader() {
    return entry.path("header").asString("");
  }

  String pricesOf() {
    return Json.text(entry, "prices");
  }

  String embeddings() {
    return Json.text(entry, "embeddings");
  }

  String lengthField() {
    return entry.path("length").asString("max_tokens");
  }

  String effortField(String model) {
    return of(model, "effort").orElse(Json.text(entry, "effort"));
  }

  SchemaForm schema(String model) {
    return SchemaForm.valueOf(of(model, "schema").orElse(entry.path("schema").asString("STRICT")));
  }

  boolean cache() {
    return entry.path("cache").asBoolean(false);
  }

  int context() {
    return entry.path("context").asInt(0);
  }

  ObjectNode extra() {
    return entry.path("extra").isObject() ? (ObjectNode) entry.path("extra") : Json.object();
  }

  /** Returns what is told of models whose names begin so; the last that fits holds. */
  private Optional<String> of(String model, String property) {
    Optional<String> found = Optional.empty();
    for (JsonNode group : entry.path("models")) {
      for (JsonNode start : group.path("starts")) {
        if (model.startsWith(start.asString("")) && group.has(property)) {
          found = Optional.of(group.path(property).asString(""));
        }
      }
    }
    return found;
  }

  @Override
  public String toString() {
    return name + " at " + base;
  }
}
