package dev.prospector.cli.model;

import dev.prospector.Prospector;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.error.InputException;
import dev.prospector.model.Effort;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Models;
import dev.prospector.model.Role;
import dev.prospector.money.Money;
import dev.prospector.privacy.Redaction;
import dev.prospector.run.RunOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which models are asked and what may be spent; never a key, so that it can be kept with a run.
 *
 * @param values what was said, by the names of the options
 */
public record ModelSettings(Map<String, String> values) {

  /** Limits of all that is paid for. */
  private static final List<String> OF_THE_RUN = List.of("max-cost", "max-calls");

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?) ?([A-Z]{3})?");

  /** Fixes the values. */
  public ModelSettings {
    values = Map.copyOf(values);
  }

  /** Returns no models and no limits: rules alone. */
  public static ModelSettings none() {
    return new ModelSettings(Map.of());
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * Refuses what cannot be used, before anything is opened.
   *
   * @param spends whether something else than models is paid for
   */
  public void check(boolean spends) {
    oneOf("when-down", "rules", "wait");
    oneOf("when-spent", "rules", "stop");
    effort();
    get("max-cost").ifPresent(text -> money("max-cost", text));
    get("max-cost-per-lead").ifPresent(text -> money("max-cost-per-lead", text));
    for (String name : values.keySet()) {
      if (name.startsWith("for.")) {
        role(name);
      }
    }
    chains().forEach((name, chain) -> parts(chain).forEach(ModelSettings::requireName));
    Predicate<String> goesAlone = name -> spends && OF_THE_RUN.contains(name);
    if (chains().isEmpty() && !values.keySet().stream().allMatch(goesAlone)) {
      throw new InputException("options about models need one: --model PROVIDER:NAME");
    }
  }

  private void oneOf(String name, String one, String other) {
    String value = values.getOrDefault(name, one);
    if (!value.equals(one) && !value.equals(other)) {
      throw new InputException(
          "--" + name + " is " + one + " or " + other + ", not '" + value + "'");
    }
  }

  Optional<Effort> effort() {
    return get("effort")
        .map(
            written ->
                Stream.of(Effort.values())
                    .filter(e -> e.name().equalsIgnoreCase(written))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new InputException(
                                "--effort is none, low, medium or high, not '" + written + "'")));
  }

  private static Role role(String name) {
    String written = name.substring("for.".length());
    try {
      return Role.valueOf(written.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "--model-for takes extract, reason or write, not '" + written + "'", e);
    }
  }

  private static Money money(String option, String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      throw new InputException(
          "--" + option + " is an amount such as 5.00 or 5.00USD, not '" + text + "'");
    }
    String currency = amount.group(2);
    return Money.of(amount.group(1), currency == null ? "USD" : currency);
  }

  private Map<String, String> chains() {
    Map<String, String> chains = new HashMap<>();
    values.forEach(
        (name, chain) -> {
          if (name.equals("model") || name.startsWith("for.")) {
            chains.put(name, chain);
          }
        });
    return chains;
  }

  static List<String> parts(String chain) {
    return List.of(chain.split(",", -1));
  }

  private static void requireName(String part) {
    if (part.indexOf(':') < 1 || part.endsWith(":")) {
      throw new InputException(
          "a model is PROVIDER:NAME, such as openai:gpt-5-mini, not '" + part + "'");
    }
  }

  /** Returns what can be said of each model before it is asked. */
  public List<KnownModel> known(Function<String, @Nullable String> environment) {
    OpenModels opening = new OpenModels(this, environment);
    return chains().values().stream()
        .flatMap(chain -> parts(chain).stream())
        .distinct()
        .map(opening::known)
        .toList();
  }

  /** Returns whether the same models are asked in the same way, whatever may be spent. */
  public boolean answersAs(ModelSettings other) {
    return chains().equals(other.chains())
        && get("effort").equals(other.get("effort"))
        && get("no-redaction").equals(other.get("no-redaction"))
        && get("no-joint").equals(other.get("no-joint"));
  }

  /** Returns whether a model is asked. */
  public boolean isEmpty() {
    return chains().isEmpty();
  }

  /** Returns the options of a run with what was chosen. */
  public RunOptions in(RunOptions options) {
    RunOptions chosen = get("no-joint").isPresent() ? options.withoutJoining() : options;
    if (get("when-down").filter("wait"::equals).isPresent()) {
      chosen = chosen.withWaitWhileDown(LONGEST_WAIT);
    }
    if (get("when-spent").filter("stop"::equals).isPresent()) {
      chosen = chosen.withWhenSpent(RunOptions.WhenSpent.STOP);
    }
    Optional<Money> perLead = get("max-cost-per-lead").map(t -> money("max-cost-per-lead", t));
    return perLead.isPresent() ? chosen.withMostPerLead(perLead.get()) : chosen;
  }

  /** Returns what may be spent in a run. */
  public Limits limits() {
    List<Limit> all = new ArrayList<>();
    get("max-cost").ifPresent(t -> all.add(Limit.money(Limit.Period.RUN, money("max-cost", t))));
    get("max-tokens").ifPresent(n -> all.add(Limit.tokens(Limit.Period.RUN, Long.parseLong(n))));
    get("max-calls").ifPresent(n -> all.add(Limit.calls(Limit.Period.RUN, Long.parseLong(n))));
    return new Limits(all);
  }

  /**
   * Sets the models on a builder, if there are any.
   *
   * @param budget what may be spent, by {@link #limits()}
   * @param environment where keys are
   * @throws InputException if a provider is not known or its key is not there
   */
  public Prospector.Builder on(
      Prospector.Builder builder, Budget budget, Function<String, @Nullable String> environment) {
    if (isEmpty()) {
      return builder;
    }
    Redaction redaction =
        values.containsKey("no-redaction") ? Redaction.off() : Redaction.standard();
    return builder.models(models(environment), budget).redaction(redaction);
  }

  private Models models(Function<String, @Nullable String> environment) {
    OpenModels opening = new OpenModels(this, environment);
    String usual = get("model").orElseGet(() -> chains().values().iterator().next());
    List<LanguageModel> all = opening.chain(usual);
    Models models = Models.of(all.get(0), rest(all));
    for (Map.Entry<String, String> chain : chains().entrySet()) {
      if (chain.getKey().startsWith("for.")) {
        List<LanguageModel> own = opening.chain(chain.getValue());
        models = models.withRole(role(chain.getKey()), own.get(0), rest(own));
      }
    }
    return models;
  }

  private static LanguageModel[] rest(List<LanguageModel> chain) {
    return chain.subList(1, chain.size()).toArray(LanguageModel[]::new);
  }
}
