package dev.prospector.agents.intake;

import dev.prospector.agents.internal.SortedTable;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads countries as lists name them, and as domains and Brazilian states imply them. */
public final class Countries {

  private static final SortedTable BY_NAME = SortedTable.read(Countries.class, "country-names.txt");

  private static final Map<String, String> STATE_CODES =
      Map.ofEntries(
          Map.entry("acre", "AC"),
          Map.entry("alagoas", "AL"),
          Map.entry("amapa", "AP"),
          Map.entry("amazonas", "AM"),
          Map.entry("bahia", "BA"),
          Map.entry("ceara", "CE"),
          Map.entry("distritofederal", "DF"),
          Map.entry("espiritosanto", "ES"),
          Map.entry("goias", "GO"),
          Map.entry("maranhao", "MA"),
          Map.entry("matogrosso", "MT"),
          Map.entry("matogrossodosul", "MS"),
          Map.entry("minasgerais", "MG"),
          Map.entry("para", "PA"),
          Map.entry("paraiba", "PB"),
          Map.entry("parana", "PR"),
          Map.entry("pernambuco", "PE"),
          Map.entry("piaui", "PI"),
          Map.entry("riodejaneiro", "RJ"),
          Map.entry("riograndedonorte", "RN"),
          Map.entry("riograndedosul", "RS"),
          Map.entry("rondonia", "RO"),
          Map.entry("roraima", "RR"),
          Map.entry("santacatarina", "SC"),
          Map.entry("saopaulo", "SP"),
          Map.entry("sergipe", "SE"),
          Map.entry("tocantins", "TO"));

  /** Top-level domains that say nothing about the place, though two letters long. */
  private static final Set<String> PLACELESS =
      Set.of(
          "co", "io", "ai", "me", "tv", "cc", "ws", "fm", "ly", "to", "gg", "eu", "la", "vc", "sh");

  private Countries() {}

  /**
   * Returns the ISO 3166-1 alpha-2 code of a country named in Portuguese, English, Spanish, German
   * or French.
   */
  public static Optional<String> named(String written) {
    return BY_NAME.value(key(written));
  }

  /** Returns whether an entry names a Brazilian state that is written as its code. */
  public static boolean isState(String entry, String code) {
    return !code.isEmpty() && code.equalsIgnoreCase(STATE_CODES.getOrDefault(key(entry), ""));
  }

  /** Returns the code of a Brazilian state, which is named or written as its code. */
  public static Optional<String> stateCode(String written) {
    String code = written.strip().toUpperCase(Locale.ROOT);
    return STATE_CODES.containsValue(code)
        ? Optional.of(code)
        : Optional.ofNullable(STATE_CODES.get(key(written)));
  }

  static boolean isBrazilianState(String written) {
    return STATE_CODES.containsValue(written.strip().toUpperCase(Locale.ROOT));
  }

  /** Returns the country of a country-code domain. */
  static Optional<String> ofDomain(String domain) {
    String last = domain.substring(domain.lastIndexOf('.') + 1);
    if (last.length() != 2 || PLACELESS.contains(last)) {
      return Optional.empty();
    }
    String code = last.equals("uk") ? "GB" : last.toUpperCase(Locale.ROOT);
    return Set.of(Locale.getISOCountries()).contains(code) ? Optional.of(code) : Optional.empty();
  }

  private static String key(String name) {
    StringBuilder letters = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetter)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
