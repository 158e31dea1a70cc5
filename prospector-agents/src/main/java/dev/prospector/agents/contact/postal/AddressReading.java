package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.postal.AddressPart.Kind;
import dev.prospector.agents.contact.postal.AddressScanner.Part;
import dev.prospector.agents.contact.text.Countries;
import dev.prospector.agents.contact.text.PhraseTable;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the parts of the addresses in the text of one region of a page. */
final class AddressReading {

  private static final int COUNTY_REACH = 30;

  private static final int TOWN_REACH = 90;

  /** A county of Ireland, before the code. */
  private static final Expression COUNTY =
      Expression.of("(?<![\\p{L}])((?:Co\\.?|County)[ ]\\p{Lu}\\p{L}{2,12})[ ,.\\n]{1,4}$");

  /** A state's code after a comma or before a postal code. */
  private static final Expression CODE =
      Expression.of(
          "(?<=\\p{L}[.,]?[ \u00a0\\n"
              + "]{0,2}|[-–/(|•·][ ]?)\\b([A-Z]{2}|[A-Z][a-z](?=\\.?,?[ ]\\d{5}(?!\\d))|(?:NSW|VIC|QLD|TAS|ACT)(?=[ ,\\n]{1,3}\\d{4}(?!\\d)))\\b\\.?");

  /** The district is no state: its letters belong to the city's name. */
  private static final Expression WASHINGTON =
      Expression.of("\\bWashington,?[ ]D\\.?[ ]?C\\b\\.?|\\bWASHINGTON,?[ ]D\\.?[ ]?C\\b\\.?");

  /** Further letters behind a comma are degrees, and so were those before: "MS, RD". */
  private static final Expression DEGREE = Expression.of(",[ ][A-Z]{2,4}(?![\\p{L}])");

  /** "Contractor <b>License</b> CA 91789". */
  private static final Expression NO_TOWN =
      Expression.of("(?i)\\b(?:licen[sc]e|lic|registration|permit|certificate)\\.?(?:[ ]no\\.?)?$");

  private static final Expression ABBREVIATION = Expression.of("[A-Z]{2,6}");

  private static final Expression PROVINCE = Expression.of("[ ,\\n]{1,3}([A-Z]{2})\\b\\.?");

  private final String text;
  private final List<Part> parts = new ArrayList<>();
  private final List<String> regions;
  private final List<Streets.Span> streets;

  AddressReading(String text, List<String> regions) {
    this.text = text;
    this.streets = Streets.find(text);
    this.regions = regions;
  }

  List<Part> parts() {
    Search capital = WASHINGTON.matcher(text);
    while (capital.find()) {
      add(Kind.CITY, capital.start(), capital.end());
    }
    for (String region : regions) {
      CodeFirst.find(text, region, streets).forEach(p -> add(p.kind(), p.start(), p.end()));
    }
    TownAndCountry.find(text).forEach(p -> add(p.kind(), p.start(), p.end()));
    LabelledParts.find(text).forEach(p -> add(p.kind(), p.start(), p.end()));
    List<PostalCodes.Match> codes = PostalCodes.find(text);
    for (PostalCodes.Match code : codes) {
      postalCode(code);
    }
    streets.forEach(s -> add(Kind.STREET, s.start(), s.end()));
    stateCodes();
    stateNames();
    new PlaceNames(text, parts).read();
    TownBehindStreet.find(text, withoutTown(), regions)
        .forEach(p -> add(p.kind(), p.start(), p.end()));
    parts.sort(Comparator.comparingInt(Part::start));
    return parts;
  }

  private List<Streets.Span> withoutTown() {
    return streets.stream().filter(street -> !hasTown(street.end())).toList();
  }

  private boolean hasTown(int street) {
    return parts.stream()
        .filter(part -> part.kind() == Kind.CITY || part.kind() == Kind.ZIP)
        .anyMatch(part -> part.start() >= street && part.start() - street <= TOWN_REACH);
  }

  private boolean add(Kind kind, int start, int end) {
    if (parts.size() >= AddressScanner.MAX_PARTS) {
      return false;
    }
    for (Part part : parts) {
      if (part.start() < end && start < part.end()) {
        return false;
      }
    }
    parts.add(new Part(kind, start, end));
    return true;
  }

  private void postalCode(PostalCodes.Match code) {
    add(Kind.ZIP, code.start(), code.end());
    CitySearch search = new CitySearch(text);
    switch (code.region()) {
      case "GB", "IE" -> british(code.start());
      case "CA" -> province(code.end());
      case "IN" -> townBefore(code.start());
      case "NL", "DE", "AT", "CH", "FR", "BE", "PT" ->
          search.after(code.end()).ifPresent(s -> add(Kind.CITY, s.start(), s.end()));
      default -> {}
    }
  }

  /** Before a British code stand city, county and country, the last two of which may lack. */
  private void british(int code) {
    CitySearch search = new CitySearch(text);
    int at = county(code);
    for (int i = 0; i < 3; i++) {
      Optional<Streets.Span> larger = search.before(at, Towns::isLarger);
      if (larger.isEmpty()) {
        break;
      }
      Streets.Span span = larger.get();
      boolean country = Countries.isCountry(text.substring(span.start(), span.end()));
      add(country ? Kind.COUNTRY : Kind.STATE, span.start(), span.end());
      at = span.start();
    }
    search
        .before(at)
        .filter(city -> !Streets.isBuilding(text.substring(city.start(), city.end())))
        .ifPresent(
            city -> {
              add(Kind.CITY, city.start(), city.end());
              Streets.lineBefore(text, city.start())
                  .map(street -> Streets.withKnown(street, streets))
                  .ifPresent(street -> add(Kind.STREET, street.start(), street.end()));
            });
  }

  /** Returns where "Co. Cork" begins, if it stands right before. */
  private int county(int code) {
    int from = Math.max(0, code - COUNTY_REACH);
    Search county = COUNTY.matcher(text.substring(from, code));
    if (!county.find()) {
      return code;
    }
    add(Kind.STATE, from + county.start(1), from + county.end(1));
    return from + county.start(1);
  }

  /** A Canadian province may follow the code. */
  private void province(int from) {
    Search matcher = PROVINCE.matcher(text);
    if (matcher.findAt(from) && !States.countriesOf(matcher.group(1)).isEmpty()) {
      add(Kind.STATE, matcher.start(1), matcher.end());
    }
    townBefore(from - 7);
  }

  private void townBefore(int index) {
    new CitySearch(text)
        .before(index)
        .filter(city -> Towns.isTown(text.substring(city.start(), city.end())))
        .ifPresent(city -> add(Kind.CITY, city.start(), city.end()));
  }

  private void stateCodes() {
    Search matcher = CODE.matcher(text);
    while (matcher.find()) {
      String code = matcher.group(1).toUpperCase(Locale.ROOT);
      List<String> countries = States.countriesOf(code);
      if (countries.isEmpty()) {
        continue;
      }
      boolean zip = zipAt(matcher.end());
      int start = matcher.start(1);
      // The point behind two capitals ends the sentence; behind "Az." it belongs to the state.
      int end = code.equals(matcher.group(1)) ? matcher.end(1) : matcher.end();
      new CitySearch(text)
          .before(start)
          .filter(c -> zip || countries.stream().anyMatch(x -> isKnown(c, start, x, code)))
          .filter(c -> !NO_TOWN.isIn(text.substring(c.start(), c.end())))
          .filter(c -> !isAbbreviation(text.substring(c.start(), c.end())))
          .ifPresent(city -> cityAndState(city, start, end));
    }
  }

  /** "CRMV-PR 12345" is the number of a vet. */
  private static boolean isAbbreviation(String name) {
    return ABBREVIATION.isAllOf(name) && !Towns.isTown(name);
  }

  private void cityAndState(Streets.Span city, int start, int end) {
    if (add(Kind.STATE, start, end)) {
      add(Kind.CITY, city.start(), city.end());
    }
  }

  private boolean isKnown(Streets.Span city, int state, String country, String code) {
    String name = text.substring(city.start(), city.end());
    boolean comma = text.substring(city.end(), state).indexOf(',') >= 0;
    return Towns.isIn(name, country, code)
        || country.equals("BR") && BrazilianAreaCodes.isCity(name)
        || comma && alone(city.start(), state + 2);
  }

  /** Tells whether a stretch fills its line, or is all of it up to its end. */
  private boolean alone(int start, int end) {
    boolean first = start == 0 || text.charAt(start - 1) == '\n';
    boolean last = end >= text.length() || ".\n,".indexOf(text.charAt(end)) >= 0;
    return first && last && !DEGREE.matcher(text).findAt(end);
  }

  private boolean zipAt(int from) {
    return parts.stream()
        .anyMatch(p -> p.kind() == Kind.ZIP && p.start() >= from && p.start() - from <= 4);
  }

  private void stateNames() {
    for (PhraseTable.Hit hit : States.find(text)) {
      boolean zip = zipAt(hit.end());
      char separator = separatorBefore(hit.start());
      Optional<Streets.Span> city = new CitySearch(text).before(hit.start());
      if (city.filter(c -> zip || isTownOf(c, hit, separator)).isPresent()) {
        cityAndState(city.get(), hit.start(), hit.end());
      } else if (zip) {
        add(Kind.STATE, hit.start(), hit.end());
      }
    }
  }

  /** Without a comma the state must have a town of the name: "in Fenton Missouri". */
  private boolean isTownOf(Streets.Span town, PhraseTable.Hit state, char separator) {
    String name = text.substring(town.start(), town.end());
    if (separator == ',') {
      return Towns.isTown(name);
    }
    boolean beside = town.end() + 1 == state.start() && text.charAt(town.end()) == ' ';
    return (beside || "·•|-–/".indexOf(separator) >= 0)
        && !Towns.isLarger(name)
        && isInState(name, state.value());
  }

  private static boolean isInState(String town, String countryAndState) {
    String[] at = countryAndState.split("-", 2);
    return Towns.isIn(town, at[0], at[1])
        || at[0].equals("BR") && BrazilianAreaCodes.isCityIn(town, at[1]);
  }

  /** Returns the last sign that is no space before a place. */
  private char separatorBefore(int at) {
    int i = at - 1;
    while (i > 0 && text.charAt(i) == ' ') {
      i--;
    }
    return i > 0 ? text.charAt(i) : ' ';
  }
}
