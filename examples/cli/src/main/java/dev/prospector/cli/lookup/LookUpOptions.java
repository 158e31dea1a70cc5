package dev.prospector.cli.lookup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where is looked up, as it is said on the command line; keys are in the environment alone. */
public final class LookUpOptions {

  @Option(
      names = "--search",
      paramLabel = "NAME",
      split = ",",
      description =
          "Where to search: tavily, brave, serper, searxng=URL, or archive for the pages of"
              + " --pages. Of several, the cheapest is asked first and the next where it finds"
              + " nothing.")
  private List<String> searches = List.of();

  @Option(
      names = "--search-age",
      paramLabel = "TIME",
      description = "How old a kept answer of a search may be; default: 7d.")
  private @Nullable String age;

  @Option(
      names = "--registry",
      paramLabel = "FILE|NAME",
      description =
          "The Brazilian register: a file that 'registry import' made, or brasilapi,"
              + " minha-receita or cnpj.ws, with =URL for a service of that form elsewhere.")
  private @Nullable String registry;

  @Option(
      names = "--verify",
      paramLabel = "email|phone",
      split = ",",
      description =
          "Have contacts verified: email by the DNS, or email=HOST:PORT by one resolver; phone by"
              + " the numbering plans, which asks nobody, phone=twilio or phone=URL by a service of"
              + " that form. Nothing is verified unless it is said.")
  private List<String> verify = List.of();

  @Option(
      names = "--price",
      paramLabel = "NAME=PRICE",
      split = ",",
      description = "What one request to a service really costs, such as brave=0.003, in USD.")
  private Map<String, String> prices = Map.of();

  /** Returns what was chosen, if it can be used. */
  public LookUpSettings checked() {
    Map<String, String> values = new LinkedHashMap<>();
    put(values, LookUpSettings.SEARCH, String.join(",", searches));
    put(values, LookUpSettings.SEARCH_AGE, age);
    put(values, LookUpSettings.VERIFY, String.join(",", verify));
    prices.forEach((name, price) -> put(values, LookUpSettings.PRICE + name, price));
    if (registry != null) {
      values.put(LookUpSettings.REGISTRY, RegistryChoice.absolute(registry));
    }
    LookUpSettings settings = new LookUpSettings(values);
    settings.check();
    return settings;
  }

  private static void put(Map<String, String> values, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      values.put(name, value);
    }
  }
}
