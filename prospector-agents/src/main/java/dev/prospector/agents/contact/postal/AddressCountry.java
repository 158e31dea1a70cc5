package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.postal.AddressPart.Kind;
import dev.prospector.agents.contact.text.Countries;
import dev.prospector.agents.contact.text.PhraseTable.Hit;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.evidence.value.ValueType;
import dev.prospector.evidence.value.ValueTypes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells which country an address is in by its own words: the country where it is named, else a
 * postal code that only one country writes so, the state, or the town where of all countries that
 * write such codes only one has it. Where several countries may be meant, none is told.
 */
public final class AddressCountry {

  /** The code of a country, ISO 3166-1 alpha-2, that the words of an address tell. */
  public static final ValueType<String> TYPE = ValueTypes.readBy(AddressCountry::mayBe);

  private static final Expression STATE_CODE = Expression.of("(?<!\\p{L})[A-Z]{2}(?!\\p{L})");

  private static final Expression BRAZILIAN_CODE = Expression.of("^\\d{2}\\.?\\d{3}-?\\d{3}$");

  private AddressCountry() {}

  /**
   * Returns the country of an address.
   *
   * @param words of the whole address, as written
   */
  public static Optional<String> of(AddressFinding address, String words) {
    Optional<String> written = address.part(Kind.COUNTRY);
    if (written.isPresent()) {
      return written.flatMap(Countries::code);
    }
    String city = address.part(Kind.CITY).orElse("");
    String state = address.part(Kind.STATE).orElse("");
    String code = address.part(Kind.ZIP).orElse("");
    return only(formed(words))
        .or(() -> only(ofState(city, state, code)))
        .or(() -> only(ofTown(city, code)));
  }

  private static Optional<String> only(Stream<String> countries) {
    List<String> distinct = countries.distinct().toList();
    return distinct.size() == 1 ? Optional.of(distinct.get(0)) : Optional.empty();
  }

  /** The countries that alone write a postal code as it is written here. */
  private static Stream<String> formed(String words) {
    return PostalCodes.find(words).stream()
        .filter(PostalCodes.Match::certain)
        .map(PostalCodes.Match::region);
  }

  /** A state's code is that of another country's state too: then the town or the code decides. */
  private static Stream<String> ofState(String city, String state, String code) {
    Optional<String> named = States.named(state);
    if (named.isPresent()) {
      return named.stream().map(AddressCountry::countryOf);
    }
    boolean brazilian = BRAZILIAN_CODE.isIn(code);
    return States.countriesOf(state).stream()
        .filter(c -> brazilian && c.equals("BR") || isTownIn(city, c, state));
  }

  private static boolean isTownIn(String city, String country, String state) {
    return country.equals("BR")
        ? BrazilianAreaCodes.isCityIn(city, state)
        : Towns.isIn(city, country, state);
  }

  private static String countryOf(String countryAndState) {
    return countryAndState.substring(0, countryAndState.indexOf('-'));
  }

  private static Stream<String> ofTown(String city, String code) {
    return city.isEmpty()
        ? Stream.empty()
        : CodeFirst.countriesOf(code).stream().filter(c -> Towns.isPlaceOf(city, c));
  }

  /** All countries that the words of an address may tell, by the signs above. */
  private static List<String> mayBe(String words) {
    Set<String> countries = new LinkedHashSet<>(Countries.namedIn(words));
    Set<String> formed = formed(words).collect(Collectors.toSet());
    countries.addAll(formed.isEmpty() ? ofPlaces(words) : formed);
    return new ArrayList<>(countries);
  }

  /** The countries of the states, and of the towns beside postal codes, that a text may name. */
  private static Set<String> ofPlaces(String words) {
    Set<String> countries = new LinkedHashSet<>();
    States.find(words).forEach(hit -> countries.add(countryOf(hit.value())));
    Search state = STATE_CODE.matcher(words);
    while (state.find()) {
      countries.addAll(States.countriesOf(state.group()));
    }
    List<String> writers = CodeFirst.countriesIn(words);
    for (Hit town : Towns.all(words)) {
      String name = words.substring(town.start(), town.end());
      writers.stream().filter(c -> Towns.isPlaceOf(name, c)).forEach(countries::add);
    }
    return countries;
  }
}
