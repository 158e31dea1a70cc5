package dev.prospector.adapter.model;

import dev.prospector.adapter.model.internal.wire.Json;
import dev.prospector.error.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Prices of models by provider: a snapshot of pydantic/genai-prices (MIT) with its date, or a file
 * in the same form in front of it. A model that is not in it has no price; none is guessed.
 *
 * <p>Immutable.
 */
public final class Prices {

  /** The day of the snapshot that ships. */
  public static final LocalDate DATE = LocalDate.of(2026, 8, 21);

  private static final Currency DOLLAR = Currency.getInstance("USD");

  /** Loaded once, when a price is asked for first. */
  private static final class Shipped {
    static final Prices PRICES = load();

    private static Prices load() {
      try (InputStream in =
          Objects.requireNonNull(Prices.class.getResourceAsStream("prices.json"))) {
        return new Prices(List.of(Json.MAPPER.readTree(in)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final List<JsonNode> tables;

  private Prices(List<JsonNode> tables) {
    this.tables = tables;
  }

  /** Returns the prices of the snapshot that ships, as of {@link #DATE}. */
  public static Prices shipped() {
    return Shipped.PRICES;
  }

  /**
   * Returns these prices with a file's in front of them.
   *
   * @throws InputException if it cannot be read, or is of another form
   */
  public Prices under(Path file) {
    try {
      JsonNode table = Json.MAPPER.readTree(Files.readAllBytes(file));
      if (!table.isArray()) {
        throw new InputException("prices " + file + " are no list of providers");
      }
      List<JsonNode> all = new ArrayList<>(List.of(table));
      all.addAll(tables);
      return new Prices(all);
    } catch (IOException | JacksonException e) {
      throw new InputException("prices " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Returns the price of a model, if it is known; at the dearest of what may hold at some time. */
  public Optional<Price> find(String provider, String model) {
    return entry(provider, model).map(entry -> price(entry.path("prices")));
  }

  /** Returns the names of a provider's models, as far as they are known, in no order. */
  public Set<String> models(Provider provider) {
    Set<String> names = new TreeSet<>();
    for (JsonNode table : tables) {
      for (JsonNode entry : table) {
        if (Json.text(entry, "id").equals(provider.pricesOf())) {
          entry.path("models").forEach(one -> names.add(Json.text(one, "id")));
        }
      }
    }
    return names;
  }

  /** Returns how many tokens a model takes in, if it is known. */
  public Optional<Integer> context(String provider, String model) {
    return entry(provider, model)
        .map(entry -> entry.path("context_window").asInt(0))
        .filter(tokens -> tokens > 0);
  }

  private Optional<JsonNode> entry(String provider, String model) {
    for (JsonNode table : tables) {
      for (JsonNode entry : table) {
        if (Json.text(entry, "id").equals(provider)) {
          for (JsonNode one : entry.path("models")) {
            if (matches(one.path("match"), model)) {
              return Optional.of(one);
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean matches(JsonNode rule, String model) {
    for (JsonNode one : rule.path("or")) {
      if (matches(one, model)) {
        return true;
      }
    }
    String regex = Json.text(rule, "regex");
    return Json.text(rule, "equals").equals(model)
        || rule.has("starts_with") && model.startsWith(Json.text(rule, "starts_with"))
        || rule.has("ends_with") && model.endsWith(Json.text(rule, "ends_with"))
        || rule.has("contains") && model.contains(Json.text(rule, "contains"))
        || !regex.isEmpty() && Pattern.compile(regex).matcher(model).find();
  }

  private static Price price(JsonNode prices) {
    List<JsonNode> all = new ArrayList<>();
    if (prices.isArray()) {
      prices.forEach(one -> all.add(one.path("prices")));
    } else {
      all.add(prices);
    }
    TreeSet<Long> starts = new TreeSet<>(List.of(0L));
    for (JsonNode one : all) {
      one.values().forEach(v -> v.path("tiers").forEach(t -> starts.add(Json.count(t, "start"))));
    }
    List<Price.Step> steps = new ArrayList<>();
    for (long from : starts) {
      BigDecimal input = rate(all, "input_mtok", from).orElse(BigDecimal.ZERO);
      BigDecimal output = rate(all, "output_mtok", from).orElse(BigDecimal.ZERO);
      BigDecimal read = rate(all, "cache_read_mtok", from).orElse(input);
      BigDecimal write = rate(all, "cache_write_mtok", from).orElse(input);
      steps.add(new Price.Step(from, input, read, write, output));
    }
    return new Price(DOLLAR, steps);
  }

  private static Optional<BigDecimal> rate(List<JsonNode> all, String name, long from) {
    return all.stream().flatMap(one -> rate(one.path(name), from).stream()).reduce(BigDecimal::max);
  }

  private static Optional<BigDecimal> rate(JsonNode rate, long from) {
    if (rate.isNumber()) {
      return Optional.of(rate.decimalValue());
    }
    if (!rate.path("base").isNumber()) {
      return Optional.empty();
    }
    BigDecimal found = rate.path("base").decimalValue();
    for (JsonNode tier : rate.path("tiers")) {
      found = Json.count(tier, "start") <= from ? tier.path("price").decimalValue() : found;
    }
    return Optional.of(found);
  }
}
