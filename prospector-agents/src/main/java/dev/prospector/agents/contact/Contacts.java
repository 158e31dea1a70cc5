package dev.prospector.agents.contact;

import java.util.List;

/**
 * The contact details of one page. Every list is in the order of first sight, except the
 * organisations, which are in falling order of score.
 */
public record Contacts(
    List<EmailFinding> emails,
    List<PhoneFinding> phones,
    List<AddressFinding> addresses,
    List<OrganizationFinding> organizations,
    List<PersonFinding> people,
    List<SocialFinding> profiles) {

  /** Copies the lists. */
  public Contacts {
    emails = List.copyOf(emails);
    phones = List.copyOf(phones);
    addresses = List.copyOf(addresses);
    organizations = List.copyOf(organizations);
    people = List.copyOf(people);
    profiles = List.copyOf(profiles);
  }
}
