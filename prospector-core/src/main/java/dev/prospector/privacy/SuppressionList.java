package dev.prospector.privacy;

import dev.prospector.lead.Tenant;

/**
 * Those who said no, kept as keyed hashes: the list can be asked but not read. It survives erasure.
 * Implementations are safe for several threads.
 */
public interface SuppressionList {

  /** Adds somebody; adding twice changes nothing. */
  void add(Tenant tenant, Kind kind, String value);

  /** Removes somebody, and returns whether they were on the list. */
  boolean remove(Tenant tenant, Kind kind, String value);

  /** Returns whether somebody said no; spelling variants of the value count as one. */
  boolean contains(Tenant tenant, Kind kind, String value);

  /** Returns whether nobody is on the list for certain, so that no text need be searched. */
  default boolean holdsNobody() {
    return false;
  }

  /** By what somebody is known. */
  enum Kind {
    /** An e-mail address. */
    EMAIL,
    /** A phone number. */
    PHONE,
    /** A registrable domain. */
    DOMAIN,
    /** A company's registration number. */
    REGISTRATION_NUMBER,
    /** A person's name and a company, joined by a line break. */
    PERSON_AT_COMPANY
  }
}
