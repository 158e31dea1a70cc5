package dev.prospector.cli.model;

import dev.prospector.Prospector;
import dev.prospector.adapter.model.HttpModel;
import dev.prospector.adapter.model.HttpModelSettings;
import dev.prospector.adapter.model.Prices;
import dev.prospector.adapter.model.Provider;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.error.InputException;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.JdkHttpTransport;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Models;
import dev.prospector.model.ProviderGate;
import dev.prospector.model.ProviderLimits;
import dev.prospector.model.Recording;
import dev.prospector.model.Role;
import dev.prospector.money.Money;
import dev.prospector.privacy.Redaction;
import dev.prospector.run.RunOptions;
import dev.prospector.run.Threads;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which models are asked and what may be spent; never a key, so that it can be kept with a run.
 *
 * @param values what was said, by the names of the options
 */
public record ModelSettings(Map<String, String> values) {

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

  private Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Refuses what cannot be used, before anything is opened. */
  public void check() {
    oneOf("when-down", "rules", "wait");
    oneOf("when-spent", "rules", "stop");
    get("max-cost").ifPresent(text -> money("max-cost", text));
    get("max-cost-per-lead").ifPresent(text -> money("max-cost-per-lead", text));
    for (String name : values.keySet()) {
      if (name.startsWith("for.")) {
        role(name);
      }
    }
    chains().forEach((name, chain) -> parts(chain).forEach(ModelSettings::requireName));
    if (values.keySet().stream().anyMatch(name -> !name.equals("model")) && chains().isEmpty()) {
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

  private static List<String> parts(String chain) {
    return List.of(chain.split(",", -1));
  }

  private static void requireName(String part) {
    if (part.indexOf(':') < 1 || part.endsWith(":")) {
      throw new InputException(
          "a model is PROVIDER:NAME, such as openai:gpt-5-mini, not '" + part + "'");
    }
  }

  /** Returns whether a model is asked. */
  public boolean isEmpty() {
    return chains().isEmpty();
  }

  /** Returns the options of a run with what was chosen. */
  public RunOptions in(RunOptions options) {
    RunOptions chosen = options;
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
    Opening opening = new Opening(environment, new HashMap<>(), JdkHttpTransport.create());
    String usual = get("model").orElseGet(() -> chains().values().iterator().next());
    List<LanguageModel> all = opening.chain(this, usual);
    Models models = Models.of(all.get(0), rest(all));
    for (Map.Entry<String, String> chain : chains().entrySet()) {
      if (chain.getKey().startsWith("for.")) {
        List<LanguageModel> own = opening.chain(this, chain.getValue());
        models = models.withRole(role(chain.getKey()), own.get(0), rest(own));
      }
    }
    return models;
  }

  private static LanguageModel[] rest(List<LanguageModel> chain) {
    return chain.subList(1, chain.size()).toArray(LanguageModel[]::new);
  }

  /** Opens models; those of one provider share a gate. */
  private record Opening(
      Function<String, @Nullable String> environment,
      Map<String, ProviderGate> gates,
      HttpTransport transport) {

    List<LanguageModel> chain(ModelSettings settings, String chain) {
      return parts(chain).stream().map(part -> open(settings, part)).toList();
    }

    private LanguageModel open(ModelSettings settings, String part) {
      String written = part.substring(0, part.indexOf(':'));
      String name = part.substring(part.indexOf(':') + 1);
      Provider provider = provider(settings, written);
      String shown = provider.name() + ":" + name;
      Optional<Path> replay = settings.get("replay").map(Path::of);
      if (replay.isPresent()) {
        return Recording.replay(replay.get(), shown);
      }
      ProviderGate gate =
          gates.computeIfAbsent(
              provider.name(),
              p ->
                  ProviderGate.of(
                      ProviderLimits.defaults(), Clock.systemUTC(), Threads.platform()::sleep));
      HttpModelSettings chosen = HttpModelSettings.of(provider, name, key(provider)).withGate(gate);
      Optional<Path> prices = settings.get("prices").map(Path::of);
      if (prices.isPresent()) {
        chosen = chosen.withPrices(Prices.shipped().under(prices.get()));
      }
      LanguageModel model = gate.guard(new HttpModel(chosen, transport));
      return settings.get("record").map(f -> Recording.to(Path.of(f), model)).orElse(model);
    }

    private static Provider provider(ModelSettings settings, String written) {
      Optional<String> url = settings.get("url");
      if (Provider.names().contains(written)) {
        Provider known = Provider.named(written);
        return url.map(known::withBase).orElse(known);
      }
      return url.map(Provider::at).orElseGet(() -> Provider.named(written));
    }

    private String key(Provider provider) {
      String variable = provider.keyVariable();
      if (variable.isEmpty()) {
        return "";
      }
      String key = environment.apply(variable);
      if (key == null || key.isBlank()) {
        throw new InputException(
            provider.name() + " needs a key in the environment: set " + variable);
      }
      return key.strip();
    }
  }
}
