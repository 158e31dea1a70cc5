package dev.prospector.cli.lookup;

import dev.prospector.error.InputException;
import dev.prospector.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where is looked up; never a key, so that it can be kept with a run.
 *
 * @param values what was said, by the names of the options
 */
public record LookUpSettings(Map<String, String> values) {

  static final String SEARCH = "search";
  static final String SEARCH_AGE = "search-age";
  static final String REGISTRY = "registry";
  static final String VERIFY = "verify";
  static final String PRICE = "price.";

  /** Fixes the values. */
  public LookUpSettings {
    values = Map.copyOf(values);
  }

  /** Returns that nothing is looked up. */
  public static LookUpSettings none() {
    return new LookUpSettings(Map.of());
  }

  /** Returns that only the pages of the archive are searched, which costs nothing. */
  public static LookUpSettings ofArchive() {
    return new LookUpSettings(Map.of(SEARCH, SearchChoice.ARCHIVE));
  }

  /** Returns whether a value of this name belongs to these settings. */
  public static boolean owns(String name) {
    return List.of(SEARCH, SEARCH_AGE, REGISTRY, VERIFY).contains(name) || name.startsWith(PRICE);
  }

  private Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Returns whether a search was named. */
  public boolean searches() {
    return values.containsKey(SEARCH);
  }

  /** Returns whether what is asked may have a price. */
  public boolean spends() {
    return searches() || values.containsKey(VERIFY);
  }

  Optional<SearchChoice> search() {
    return get(SEARCH)
        .map(names -> new SearchChoice(List.of(names.split(",")), get(SEARCH_AGE).orElse("7d")));
  }

  Optional<RegistryChoice> registry() {
    return get(REGISTRY).map(RegistryChoice::of);
  }

  Optional<VerifyChoice> verification() {
    return get(VERIFY).map(VerifyChoice::of);
  }

  /** Returns what one request to a service costs, if that was said. */
  Optional<Money> price(String name) {
    return get(PRICE + name).map(LookUpSettings::money);
  }

  private static Money money(String price) {
    try {
      return Money.of(price.replaceFirst("(?i)\\s{0,5}USD$", ""), "USD");
    } catch (IllegalArgumentException e) {
      throw new InputException("--price is NAME=0.003, not '" + price + "'");
    }
  }

  /**
   * One of the things that can be looked up from.
   *
   * @param subject what it is called
   * @param lacking what a run does without it
   * @param advice how to have it
   * @param looking returns a sentence for each thing that is there
   */
  public record Part(String subject, String lacking, String advice, Examination looking) {

    /**
     * Returns what can be said of it without asking anybody; nothing if it is not configured.
     *
     * @throws InputException if it cannot be used
     */
    public List<String> examine(Function<String, @Nullable String> environment) {
      return looking.examine(environment);
    }
  }

  /** Looks at what was chosen, by an environment. */
  @FunctionalInterface
  public interface Examination {

    /** Returns a sentence for each thing that is there. */
    List<String> examine(Function<String, @Nullable String> environment);
  }

  /** Returns everything that can be looked up from, chosen or not. */
  public List<Part> parts() {
    return List.of(
        new Part(
            "search",
            "none: nothing is searched for outside the companies' sites",
            "with --search NAME agents that search do, in --pipeline enhanced",
            env -> search().map(s -> s.examined(env, this)).orElse(List.of())),
        new Part(
            "register",
            "none: registration numbers are checked but not looked up",
            "with --registry FILE or NAME they are",
            env -> registry().map(RegistryChoice::examined).orElse(List.of())),
        new Part(
            "verification",
            "none: addresses and numbers are told as their sources write them",
            "with --verify email,phone they are verified",
            env -> verification().map(v -> v.examined(env, this)).orElse(List.of())));
  }

  /** Refuses what cannot be used, before anything is opened. */
  public void check() {
    if (values.containsKey(SEARCH_AGE) && !searches()) {
      throw new InputException("--search-age goes with a --search");
    }
    search().ifPresent(SearchChoice::check);
    registry();
    verification();
    values.keySet().stream()
        .filter(name -> name.startsWith(PRICE))
        .forEach(name -> price(name.substring(PRICE.length())));
  }

  /**
   * Refuses services whose keys are not in the environment, and a search of pages where none are.
   *
   * @param environment where keys are
   * @param archive whether an archive of pages is given
   */
  public void require(Function<String, @Nullable String> environment, boolean archive) {
    search().ifPresent(search -> search.require(environment, archive));
    verification().ifPresent(verify -> verify.requireKeys(environment));
  }
}
