package dev.prospector.agents.contact;

import dev.prospector.agents.contact.phone.NumberingPlan;
import dev.prospector.agents.contact.postal.BrazilianAreaCodes;
import dev.prospector.agents.contact.postal.PostalCodes;
import dev.prospector.agents.contact.text.ContactHints;
import dev.prospector.agents.contact.text.Countries;
import dev.prospector.agents.contact.text.PageLines;
import dev.prospector.agents.contact.text.PageLines.Entry;
import dev.prospector.agents.contact.text.PageLines.Line;
import dev.prospector.agents.contact.text.PhraseTable;
import dev.prospector.agents.contact.text.ResourceLines;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Weighs which countries a site belongs to, the likeliest first, from all that its pages say:
 * country codes, postal codes, registration numbers, states, currency and other words that one
 * country alone has, the top-level domains of its pages, links and addresses, names of countries,
 * and last the language. National phone numbers and addresses are read by it.
 */
final class PageRegions {

  /** By the plan of no country only numbers with their country code are read. */
  private static final List<String> NOWHERE = List.of("ZZ");

  /** Country domains that are sold for what they spell. */
  private static final Set<String> WORLDWIDE =
      Set.of(
          "ac", "ai", "am", "cc", "cd", "co", "dj", "fm", "gg", "io", "la", "li", "ly", "me", "ms",
          "mu", "nu", "pw", "sc", "sh", "so", "st", "tk", "to", "tv", "vc", "ws", "eu", "su", "im");

  private static final Expression PLUS =
      Expression.of("\\+\\s?\\(?([1-9]\\d{0,2})(?=[\\s).(-]|\\d{6})");
  private static final Expression HOST =
      Expression.of("(?i)(?:://|@)([a-z0-9.-]{1,200}\\.([a-z]{2}))(?=[/:?#>\\s,;)]|$)");
  private static final Expression REGION = Expression.of("^[a-zA-Z]{2,3}[-_]([a-zA-Z]{2})$");
  private static final Expression NORTH_AMERICAN =
      Expression.of("(?<!\\d)(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[-. ])\\d{3}[-. ]\\d{4}(?!\\d)");
  private static final int MAX_LINES = 4_000;
  private static final int ENOUGH = 4;
  private static final double NEEDED = 2;

  /** What a host said in its list outweighs all else. */
  private static final double STATED = 20;

  private static final double TOP_LEVEL = 6;

  /** More than the country where most speak the language. */
  private static final double DECLARED = 2.5;

  /** A state's code behind a town, as Brazil writes it. */
  private static final Expression TOWN_AND_STATE =
      Expression.of(
          "(?<![\\p{L}])(\\p{Lu}[\\p{L}'’]{1,20}(?:[ ](?:\\p{Lu}[\\p{L}'’]{1,20}|d[aeo]s?)){0,4})[ ]?[-–/][ ]?([A-Z]{2})(?![\\p{L}])");

  /** Words and numbers of one country alone. */
  private record Sign(String region, double weight, Expression form) {}

  private static final List<Sign> SIGNS =
      ResourceLines.of("country-signs.txt").stream().map(PageRegions::sign).toList();

  /** A line without any of them is not looked at for each. */
  private static final Expression ANY_SIGN =
      Expression.of(
          SIGNS.stream()
              .map(sign -> "(?:" + sign.form().pattern() + ")")
              .collect(Collectors.joining("|")));

  private static Sign sign(String line) {
    String[] cells = line.split(" ", 3);
    return new Sign(cells[0], Double.parseDouble(cells[1]), Expression.of(cells[2]));
  }

  private final Map<String, Double> weights = new TreeMap<>();
  private final Map<String, Integer> seen = new HashMap<>();

  /** Begins with what is known beforehand. */
  PageRegions(ContactHints hints) {
    if (NumberingPlan.knows(hints.country())) {
      add(hints.country(), STATED);
    }
    String language = hints.language();
    add(ofLanguage(language), language.equals("en") ? 1 : 2);
    if (language.isEmpty() || language.equals("en")) {
      add("US", 1.5);
    }
  }

  /** Returns the regions of a page that is looked at alone; at least one, at most three. */
  static List<String> of(PageLines page, ContactHints hints) {
    return new PageRegions(hints).add(page, hints.url()).best();
  }

  /** Adds what a page says. */
  PageRegions add(PageLines page, String url) {
    String host = ofHost(url);
    sign(host, "host", seen.containsKey("host" + host) ? 0 : TOP_LEVEL);
    page.text().stream().limit(MAX_LINES).forEach(this::text);
    page.links().stream().limit(MAX_LINES).forEach(this::link);
    page.language().ifPresent(this::declared);
    return this;
  }

  /** Adds the region of a page's language, which templates set to the United States unasked. */
  private void declared(String language) {
    Search region = REGION.matcher(language);
    if (region.find()) {
      String code = region.group(1).toUpperCase(Locale.ROOT);
      sign(code, "lang", code.equals("US") ? 0.3 : DECLARED);
    }
  }

  /**
   * Returns the country, unless another one is nearly as likely.
   *
   * @param least the share of all weight that it must have, in 0..1
   */
  Optional<String> country(double least) {
    double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    String best = best().get(0);
    double weight = weights.getOrDefault(best, 0.0);
    return weight >= 2 * NEEDED && weight >= least * all ? Optional.of(best) : Optional.empty();
  }

  /** Returns at least one region, at most three. */
  List<String> best() {
    List<String> regions = new ArrayList<>(weights.keySet());
    regions.sort(Comparator.comparingDouble((String r) -> -weights.getOrDefault(r, 0.0)));
    // What the host says leaves room only for a country that the pages speak for as clearly.
    double first = regions.isEmpty() ? 0 : weights.getOrDefault(regions.get(0), 0.0);
    double needed = first >= STATED ? TOP_LEVEL : NEEDED;
    List<String> best = new ArrayList<>();
    for (String region : regions) {
      if (best.isEmpty() || best.size() < 3 && weights.getOrDefault(region, 0.0) >= needed) {
        best.add(region);
      }
    }
    return best.isEmpty() ? NOWHERE : best;
  }

  private void add(String region, double weight) {
    if (!region.isEmpty() && NumberingPlan.knows(region)) {
      weights.merge(region, weight, Double::sum);
    }
  }

  /** Adds a sign of a region unless the same sign was already seen often enough. */
  private void sign(String region, String sign, double weight) {
    if (!region.isEmpty() && seen.merge(sign + region, 1, Integer::sum) <= ENOUGH) {
      add(region, weight);
    }
  }

  private void text(Line line) {
    String text = line.text();
    countryCodes(text);
    if (hasDigit(text) && NORTH_AMERICAN.matcher(text).find()) {
      sign("US", "form", 0.7);
    }
    if (text.indexOf('@') >= 0) {
      hosts(text, "@", 1);
    }
    if (ANY_SIGN.isIn(text)) {
      SIGNS.stream()
          .filter(sign -> sign.form().isIn(text))
          .forEach(sign -> sign(sign.region(), sign.form().pattern(), sign.weight()));
    }
    townAndState(text);
    for (PostalCodes.Match match : PostalCodes.find(text)) {
      sign(match.region(), "zip", match.certain() ? 2 : 0.7);
    }
    countries(text);
  }

  private void countryCodes(String text) {
    Search plus = PLUS.matcher(text);
    while (text.indexOf('+') >= 0 && plus.find()) {
      sign(ofCode(plus.group(1)), "+", 2);
    }
  }

  private void countries(String text) {
    for (PhraseTable.Hit country : Countries.find(text)) {
      sign(country.value(), "name", 0.4);
      if (hasDigit(text) && endsAddress(text, country)) {
        sign(country.value(), "address", NEEDED);
      }
    }
  }

  /** "Chiclana 345, Bahía Blanca, <b>Argentina</b>": the country ends the line behind a comma. */
  private static boolean endsAddress(String text, PhraseTable.Hit country) {
    String after = text.substring(country.end()).strip();
    String before = text.substring(0, country.start()).stripTrailing();
    return (after.isEmpty() || after.equals(".")) && before.endsWith(",");
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private void townAndState(String text) {
    Search found = TOWN_AND_STATE.matcher(text);
    while (found.find()) {
      if (BrazilianAreaCodes.of(found.group(1), found.group(2)).isPresent()) {
        sign("BR", "state", 2);
      }
    }
  }

  private void link(Entry entry) {
    hosts(entry.first(), "link", entry.first().startsWith("mailto:") ? 1 : 0.1);
  }

  private void hosts(String text, String sign, double weight) {
    Search host = HOST.matcher(text);
    while (host.find()) {
      sign(ofTopLevel(host.group(2)), sign, weight);
    }
  }

  private static String ofCode(String digits) {
    for (int length = digits.length(); length > 0; length--) {
      String region = NumberingPlan.regionOfCode(Integer.parseInt(digits.substring(0, length)));
      if (!region.equals("ZZ") && !region.equals("001")) {
        return region;
      }
    }
    return "";
  }

  private static String ofHost(String url) {
    try {
      String host = url.isEmpty() ? null : new URI(url).getHost();
      return host == null || host.indexOf('.') < 0
          ? ""
          : ofTopLevel(host.substring(host.lastIndexOf('.') + 1));
    } catch (java.net.URISyntaxException e) {
      return "";
    }
  }

  private static String ofTopLevel(String domain) {
    String lower = domain.toLowerCase(Locale.ROOT);
    if (lower.equals("uk")) {
      return "GB";
    }
    return lower.length() != 2 || WORLDWIDE.contains(lower) ? "" : lower.toUpperCase(Locale.ROOT);
  }

  private static String ofLanguage(String language) {
    return switch (language) {
      case "pt" -> "BR";
      case "en" -> "US";
      case "es", "ca", "gl" -> "ES";
      case "sv" -> "SE";
      case "da" -> "DK";
      case "cs" -> "CZ";
      case "el" -> "GR";
      default -> language.length() == 2 ? language.toUpperCase(Locale.ROOT) : "";
    };
  }
}
