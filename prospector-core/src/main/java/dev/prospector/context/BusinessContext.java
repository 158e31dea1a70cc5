package dev.prospector.context;

import dev.prospector.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the host sells and its target market: the measure against which leads are qualified.
 * Everything is optional; {@link #readiness()} lists what is missing.
 *
 * <p>Immutable.
 */
public final class BusinessContext {

  private static final BusinessContext EMPTY = builder().build();

  private final Map<Text, String> texts;
  private final Map<Items, List<String>> items;
  private final Language language;
  private final @Nullable Money averageDealValue;
  private final @Nullable Double margin;

  /** The properties that are one text. */
  public enum Text {
    /** What we sell, in a sentence or two. */
    WHAT_WE_SELL,
    /** Why customers buy from us. */
    VALUE_PROPOSITION,
    /** The customers that we sell to. */
    TARGET_MARKET,
    /** What our best customers have in common. */
    IDEAL_CUSTOMER,
    /** How messages should sound. */
    TONE,
    /** Anything else worth knowing. */
    NOTES
  }

  /** The properties that are lists of texts. */
  public enum Items {
    /** What we sell, item by item. */
    PRODUCTS,
    /** Industries in which our customers are. */
    INDUSTRIES,
    /** Countries, states or cities in which we sell. */
    PLACES,
    /** Problems that we solve. */
    PAINS,
    /** What we do better than our competitors. */
    ADVANTAGES,
    /** Names or domains of our competitors. */
    COMPETITORS,
    /** Names of companies not to approach. */
    AVOID_COMPANIES,
    /** Registrable domains not to approach. */
    AVOID_DOMAINS,
    /** Texts that tell more about us. */
    DOCUMENTS
  }

  private BusinessContext(Builder builder) {
    this.texts = Map.copyOf(builder.texts);
    Map<Items, List<String>> copies = new LinkedHashMap<>();
    builder.items.forEach((key, values) -> copies.put(key, List.copyOf(values)));
    this.items = Map.copyOf(copies);
    this.language = builder.language;
    this.averageDealValue = builder.averageDealValue;
    this.margin = builder.margin;
  }

  /**
   * Returns a context that says nothing: leads are researched, and qualified by reachability only.
   */
  public static BusinessContext empty() {
    return EMPTY;
  }

  /** Returns a builder of a context in English. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts from this context. */
  public Builder toBuilder() {
    Builder builder = new Builder().language(language);
    texts.forEach(builder::text);
    items.forEach(builder::items);
    builder.averageDealValue = averageDealValue;
    builder.margin = margin;
    return builder;
  }

  /** Returns one text; empty when it was not given. */
  public String text(Text property) {
    return texts.getOrDefault(property, "");
  }

  /** Returns one list; empty when it was not given. */
  public List<String> items(Items property) {
    return items.getOrDefault(property, List.of());
  }

  /** Returns the language in which to write for people. */
  public Language language() {
    return language;
  }

  /** Returns what one deal is worth on average. */
  public Optional<Money> averageDealValue() {
    return Optional.ofNullable(averageDealValue);
  }

  /** Returns the share of a deal's value that is left after cost, in 0..1. */
  public Optional<Double> margin() {
    return Optional.ofNullable(margin);
  }

  /** Returns what is missing for prospecting. */
  public Readiness readiness() {
    List<String> required = new ArrayList<>();
    List<String> helpful = new ArrayList<>();
    addIfMissing(required, Text.WHAT_WE_SELL);
    addIfMissing(required, Text.TARGET_MARKET, Text.IDEAL_CUSTOMER);
    addIfMissing(helpful, Text.VALUE_PROPOSITION);
    for (Items property : List.of(Items.INDUSTRIES, Items.PLACES, Items.PAINS, Items.COMPETITORS)) {
      if (items(property).isEmpty()) {
        helpful.add(name(property));
      }
    }
    if (averageDealValue == null) {
      helpful.add("average_deal_value");
    }
    return new Readiness(required, helpful);
  }

  private void addIfMissing(List<String> missing, Text... anyOf) {
    for (Text property : anyOf) {
      if (!text(property).isBlank()) {
        return;
      }
    }
    missing.add(name(anyOf[0]));
  }

  private static String name(Enum<?> property) {
    return property.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Two contexts are equal when everything they say is. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BusinessContext c
        && texts.equals(c.texts)
        && items.equals(c.items)
        && language == c.language
        && java.util.Objects.equals(averageDealValue, c.averageDealValue)
        && java.util.Objects.equals(margin, c.margin);
  }

  @Override
  public int hashCode() {
    return texts.hashCode() * 31 + items.hashCode();
  }

  @Override
  public String toString() {
    return "business context: " + text(Text.WHAT_WE_SELL);
  }

  /** Collects what a context says. Confined to one thread. */
  public static final class Builder {

    private final Map<Text, String> texts = new LinkedHashMap<>();
    private final Map<Items, List<String>> items = new LinkedHashMap<>();
    private Language language = Language.EN;
    private @Nullable Money averageDealValue;
    private @Nullable Double margin;

    private Builder() {}

    /** Sets one text. */
    public Builder text(Text property, String value) {
      texts.put(property, value.strip());
      return this;
    }

    /** Sets one list. */
    public Builder items(Items property, List<String> values) {
      items.put(property, List.copyOf(values));
      return this;
    }

    /** Sets the language in which to write for people; English unless set. */
    public Builder language(Language value) {
      language = value;
      return this;
    }

    /** Sets what one deal is worth on average. */
    public Builder averageDealValue(Money value) {
      averageDealValue = value;
      return this;
    }

    /**
     * Sets the share of a deal's value that is left after cost.
     *
     * @param share in 0..1
     */
    public Builder margin(double share) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("a margin is a share in 0..1, not " + share);
      }
      margin = share;
      return this;
    }

    /** Returns the context. */
    public BusinessContext build() {
      return new BusinessContext(this);
    }
  }
}
