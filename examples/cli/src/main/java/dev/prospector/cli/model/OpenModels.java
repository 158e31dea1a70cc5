package dev.prospector.cli.model;

import dev.prospector.adapter.model.HttpModel;
import dev.prospector.adapter.model.HttpModelSettings;
import dev.prospector.adapter.model.Prices;
import dev.prospector.adapter.model.Provider;
import dev.prospector.error.InputException;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.JdkHttpTransport;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.ProviderGate;
import dev.prospector.model.ProviderLimits;
import dev.prospector.model.Recording;
import dev.prospector.run.Threads;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens the models that were chosen; those of one provider share a gate. */
final class OpenModels {

  private final ModelSettings settings;
  private final Function<String, @Nullable String> environment;
  private final Map<String, ProviderGate> gates = new HashMap<>();
  private final HttpTransport transport = JdkHttpTransport.create();

  OpenModels(ModelSettings settings, Function<String, @Nullable String> environment) {
    this.settings = settings;
    this.environment = environment;
  }

  List<LanguageModel> chain(String chain) {
    return ModelSettings.parts(chain).stream().map(this::open).toList();
  }

  /** Returns what is known of a model without asking it. */
  KnownModel known(String part) {
    Provider provider = provider(part.substring(0, part.indexOf(':')));
    String key = key(provider).orElse("");
    return new KnownModel(
        provider,
        !key.isEmpty(),
        chosen(provider, part, key),
        prices(),
        settings.get("prices").isPresent());
  }

  private Prices prices() {
    return settings
        .get("prices")
        .map(file -> Prices.shipped().under(Path.of(file)))
        .orElse(Prices.shipped());
  }

  private HttpModelSettings chosen(Provider provider, String part, String key) {
    String name = part.substring(part.indexOf(':') + 1);
    HttpModelSettings chosen = HttpModelSettings.of(provider, name, key);
    if (settings.get("prices").isPresent()) {
      chosen = chosen.withPrices(prices());
    }
    return settings.effort().map(chosen::withEffort).orElse(chosen);
  }

  private LanguageModel open(String part) {
    Provider provider = provider(part.substring(0, part.indexOf(':')));
    Optional<Path> replay = settings.get("replay").map(Path::of);
    if (replay.isPresent()) {
      return Recording.replay(replay.get(), chosen(provider, part, "").toString());
    }
    ProviderGate gate =
        gates.computeIfAbsent(
            provider.name(),
            p ->
                ProviderGate.of(
                    ProviderLimits.defaults(), Clock.systemUTC(), Threads.platform()::sleep));
    HttpModelSettings chosen = chosen(provider, part, requiredKey(provider)).withGate(gate);
    LanguageModel model = gate.guard(new HttpModel(chosen, transport));
    return settings.get("record").map(f -> Recording.to(Path.of(f), model)).orElse(model);
  }

  private Provider provider(String written) {
    Optional<String> url = settings.get("url");
    if (Provider.names().contains(written)) {
      Provider known = Provider.named(written);
      return url.map(known::withBase).orElse(known);
    }
    return url.map(Provider::at).orElseGet(() -> Provider.named(written));
  }

  private String requiredKey(Provider provider) {
    return key(provider)
        .orElseThrow(
            () ->
                new InputException(
                    provider.name()
                        + " needs a key in the environment: set "
                        + provider.keyVariable()));
  }

  /** Returns the key; an empty text where none is needed, nothing where one is lacking. */
  private Optional<String> key(Provider provider) {
    String variable = provider.keyVariable();
    if (variable.isEmpty()) {
      return Optional.of("");
    }
    return Optional.ofNullable(environment.apply(variable))
        .map(String::strip)
        .filter(key -> !key.isEmpty());
  }
}
