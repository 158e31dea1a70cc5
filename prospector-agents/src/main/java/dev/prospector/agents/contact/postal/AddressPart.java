package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.text.Place;

/**
 * One part of a postal address.
 *
 * @param kind which part
 * @param value the part's text with white space folded
 * @param place where it is written
 */
public record AddressPart(Kind kind, String value, Place place) {

  /** The parts of an address that are told apart. */
  public enum Kind {
    /** Street, house number and what lies within the building. */
    STREET,
    /** City, town or municipality. */
    CITY,
    /** State, province or county. */
    STATE,
    /** Postal code in its country's form. */
    ZIP,
    /** Country. */
    COUNTRY,
    /** Neighbourhood within a town, where a country writes it. */
    DISTRICT
  }
}
