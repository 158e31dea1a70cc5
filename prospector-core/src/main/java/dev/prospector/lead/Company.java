package dev.prospector.lead;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A company as the host names it, before anything was checked. Every part but the name may be
 * missing, and the name may be empty when a website is given.
 *
 * <p>Immutable.
 */
public final class Company {

  private final String name;
  private final @Nullable String website;
  private final @Nullable String domain;
  private final @Nullable String country;
  private final @Nullable String registrationNumber;
  private final Map<String, String> columns;

  /** Not among what a stored company must have: older ones lack it. */
  @JsonProperty private @Nullable String city;

  /** As the city. */
  @JsonProperty private @Nullable String state;

  @JsonCreator
  private Company(
      @JsonProperty("name") String name,
      @JsonProperty("website") @Nullable String website,
      @JsonProperty("domain") @Nullable String domain,
      @JsonProperty("country") @Nullable String country,
      @JsonProperty("registrationNumber") @Nullable String registrationNumber,
      @JsonProperty("columns") Map<String, String> columns) {
    this(name, website, domain, country, registrationNumber, columns, null, null);
  }

  private Company(
      String name,
      @Nullable String website,
      @Nullable String domain,
      @Nullable String country,
      @Nullable String registrationNumber,
      Map<String, String> columns,
      @Nullable String city,
      @Nullable String state) {
    this.name = Objects.requireNonNull(name);
    this.website = website;
    this.domain = domain;
    this.country = country;
    this.registrationNumber = registrationNumber;
    this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    this.city = city;
    this.state = state;
  }

  /** Returns a company of which only the name is known; the name may be empty. */
  public static Company named(String name) {
    return new Company(name, null, null, null, null, Map.of(), null, null);
  }

  /** Returns this company with an address of its site, as the host wrote it. */
  public Company withWebsite(String newWebsite) {
    return new Company(name, newWebsite, domain, country, registrationNumber, columns, city, state);
  }

  /** Returns this company with its registrable domain, such as {@code example.com.br}. */
  public Company withDomain(String newDomain) {
    return new Company(name, website, newDomain, country, registrationNumber, columns, city, state);
  }

  /** Returns this company with its country, as the host wrote it. */
  public Company withCountry(String newCountry) {
    return new Company(name, website, domain, newCountry, registrationNumber, columns, city, state);
  }

  /** Returns this company with its registration number, as the host wrote it. */
  public Company withRegistrationNumber(String newNumber) {
    return new Company(name, website, domain, country, newNumber, columns, city, state);
  }

  /** Returns this company with its city or town, as the host wrote it. */
  public Company withCity(String newCity) {
    return new Company(name, website, domain, country, registrationNumber, columns, newCity, state);
  }

  /** Returns this company with its state, province or region, as the host wrote it. */
  public Company withState(String newState) {
    return new Company(name, website, domain, country, registrationNumber, columns, city, newState);
  }

  /** Returns this company with the host's own columns, by name, in their order. */
  public Company withColumns(Map<String, String> newColumns) {
    return new Company(name, website, domain, country, registrationNumber, newColumns, city, state);
  }

  /** Returns the name as the host wrote it; empty when none was given. */
  @JsonProperty
  public String name() {
    return name;
  }

  /** Returns the address of the site as the host wrote it. */
  @JsonProperty
  public Optional<String> website() {
    return Optional.ofNullable(website);
  }

  /** Returns the registrable domain by which the lead is known. */
  @JsonProperty
  public Optional<String> domain() {
    return Optional.ofNullable(domain);
  }

  /** Returns the country as the host wrote it. */
  @JsonProperty
  public Optional<String> country() {
    return Optional.ofNullable(country);
  }

  /** Returns the registration number as the host wrote it. */
  @JsonProperty
  public Optional<String> registrationNumber() {
    return Optional.ofNullable(registrationNumber);
  }

  /** Returns the city or town as the host wrote it. */
  @JsonProperty
  public Optional<String> city() {
    return Optional.ofNullable(city);
  }

  /** Returns the state, province or region as the host wrote it. */
  @JsonProperty
  public Optional<String> state() {
    return Optional.ofNullable(state);
  }

  /** Returns the host's own columns, unchanged, in their order. */
  @JsonProperty
  public Map<String, String> columns() {
    return columns;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Company c
        && name.equals(c.name)
        && Objects.equals(website, c.website)
        && Objects.equals(domain, c.domain)
        && Objects.equals(country, c.country)
        && Objects.equals(registrationNumber, c.registrationNumber)
        && columns.equals(c.columns)
        && Objects.equals(city, c.city)
        && Objects.equals(state, c.state);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, website, domain);
  }

  @Override
  public String toString() {
    return name.isEmpty() ? String.valueOf(website) : name;
  }
}
