package dev.prospector.agents.contact.text;

import java.util.Locale;
import java.util.Objects;

/**
 * What is known about a page or a row before its contact details are read. An empty string means
 * unknown.
 *
 * @param url the page's address
 * @param country ISO 3166-1 alpha-2 code of the country that the company is thought to be in
 * @param language ISO 639-1 code of the page's language
 * @param city the city that the company is thought to be in
 * @param state code of the city's state, such as {@code SP}
 */
public record ContactHints(String url, String country, String language, String city, String state) {

  private static final ContactHints NONE = new ContactHints("", "", "", "", "");

  /** Brings codes into their usual case. */
  public ContactHints {
    Objects.requireNonNull(url);
    Objects.requireNonNull(city);
    country = country.strip().toUpperCase(Locale.ROOT);
    language = language.strip().toLowerCase(Locale.ROOT);
    state = state.strip().toUpperCase(Locale.ROOT);
  }

  /** Returns hints that say nothing. */
  public static ContactHints none() {
    return NONE;
  }

  /** Returns these hints with the page's address. */
  public ContactHints withUrl(String value) {
    return new ContactHints(value, country, language, city, state);
  }

  /** Returns these hints with the country. */
  public ContactHints withCountry(String value) {
    return new ContactHints(url, value, language, city, state);
  }

  /** Returns these hints with the page's language. */
  public ContactHints withLanguage(String value) {
    return new ContactHints(url, country, value, city, state);
  }

  /** Returns these hints with the city and its state. */
  public ContactHints withCity(String name, String stateCode) {
    return new ContactHints(url, country, language, name, stateCode);
  }
}
