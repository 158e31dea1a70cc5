package dev.prospector.spring;

import dev.prospector.adapter.model.HttpModel;
import dev.prospector.adapter.model.HttpModelSettings;
import dev.prospector.adapter.model.Provider;
import dev.prospector.http.HttpTransport;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Models;
import dev.prospector.model.ProviderGate;
import dev.prospector.model.ProviderLimits;
import dev.prospector.model.Role;
import dev.prospector.run.Threads;
import dev.prospector.spring.internal.ProspectorProperties;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The models that properties name; those of one provider share a gate. */
final class OpenModels {

  private final ProspectorProperties.Model properties;
  private final Function<String, @Nullable String> environment;
  private final Map<String, ProviderGate> gates = new LinkedHashMap<>();

  OpenModels(
      ProspectorProperties.Model properties, Function<String, @Nullable String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /** Returns a sentence for each provider that cannot be asked. */
  List<String> problems() {
    Set<String> providers = new LinkedHashSet<>();
    chains().forEach(chain -> chain.forEach(model -> providers.add(providerOf(model))));
    List<String> problems = new ArrayList<>();
    for (String name : providers) {
      Optional<Provider> provider = provider(name);
      if (provider.isEmpty()) {
        problems.add(
            "there is no provider '"
                + name
                + "': known are "
                + String.join(", ", Provider.names())
                + "; set prospector.model.urls."
                + name
                + " for another one");
      } else if (key(name, provider.get()).isEmpty() && !provider.get().keyVariable().isEmpty()) {
        problems.add(
            name
                + " needs a key: set prospector.model.keys."
                + name
                + ", or "
                + provider.get().keyVariable()
                + " in the environment");
      }
    }
    return problems;
  }

  private List<List<String>> chains() {
    List<List<String>> chains = new ArrayList<>();
    chains.add(first());
    chains.addAll(properties.roles().values());
    return chains;
  }

  private List<String> first() {
    List<String> chain = new ArrayList<>(List.of(properties.name()));
    chain.addAll(properties.fallbacks());
    return chain;
  }

  Models open(HttpTransport transport) {
    List<LanguageModel> everything = open(first(), transport);
    Models models = Models.of(everything.get(0), rest(everything));
    for (Map.Entry<Role, List<String>> role : properties.roles().entrySet()) {
      List<LanguageModel> chain = open(role.getValue(), transport);
      if (!chain.isEmpty()) {
        models = models.withRole(role.getKey(), chain.get(0), rest(chain));
      }
    }
    return models;
  }

  private static LanguageModel[] rest(List<LanguageModel> chain) {
    return chain.subList(1, chain.size()).toArray(LanguageModel[]::new);
  }

  private List<LanguageModel> open(List<String> chain, HttpTransport transport) {
    return chain.stream().map(model -> open(model, transport)).toList();
  }

  private LanguageModel open(String written, HttpTransport transport) {
    String name = providerOf(written);
    Provider provider = provider(name).orElseThrow(() -> new AssertionError("checked: " + name));
    ProviderGate gate =
        gates.computeIfAbsent(
            provider.base(),
            base ->
                ProviderGate.of(
                    ProviderLimits.defaults(), Clock.systemUTC(), Threads.platform()::sleep));
    HttpModelSettings settings =
        HttpModelSettings.of(
                provider, written.substring(written.indexOf(':') + 1), key(name, provider))
            .withTimeout(properties.timeout())
            .withGate(gate);
    return gate.guard(new HttpModel(settings, transport));
  }

  private static String providerOf(String written) {
    int colon = written.indexOf(':');
    return colon < 0 ? written : written.substring(0, colon);
  }

  private Optional<Provider> provider(String name) {
    Optional<String> url = Optional.ofNullable(properties.urls().get(name));
    if (Provider.names().contains(name)) {
      Provider known = Provider.named(name);
      return Optional.of(url.map(known::withBase).orElse(known));
    }
    return url.map(Provider::at);
  }

  private String key(String name, Provider provider) {
    String key = properties.keys().getOrDefault(name, "");
    if (key.isBlank() && !provider.keyVariable().isEmpty()) {
      String found = environment.apply(provider.keyVariable());
      key = found == null ? "" : found;
    }
    return key.strip();
  }
}
