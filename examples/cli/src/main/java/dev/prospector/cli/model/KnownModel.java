package dev.prospector.cli.model;

import dev.prospector.adapter.model.HttpModel;
import dev.prospector.adapter.model.HttpModelSettings;
import dev.prospector.adapter.model.Prices;
import dev.prospector.adapter.model.Provider;
import dev.prospector.http.JdkHttpTransport;
import dev.prospector.model.LanguageModel;
import java.util.List;

/**
 * What is known of a model without asking it.
 *
 * @param provider where it is
 * @param hasKey whether its key is in the environment
 * @param settings with which it is asked
 * @param prices in which it was looked up
 * @param ownPrices whether a file of prices was given
 */
public record KnownModel(
    Provider provider,
    boolean hasKey,
    HttpModelSettings settings,
    Prices prices,
    boolean ownPrices) {

  /** Returns whether it needs a key that is not there. */
  public boolean lacksKey() {
    return !provider.keyVariable().isEmpty() && !hasKey;
  }

  /** Returns names of the same provider's models whose prices are known. */
  public List<String> others() {
    return List.copyOf(prices.models(provider));
  }

  /** Returns the model, to be asked without a gate. */
  public LanguageModel open() {
    return new HttpModel(settings, JdkHttpTransport.create());
  }
}
