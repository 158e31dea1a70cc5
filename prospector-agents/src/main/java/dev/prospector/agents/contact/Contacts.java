package dev.prospector.agents.contact;

import dev.prospector.agents.contact.email.EmailFinding;
import dev.prospector.agents.contact.people.OrganizationFinding;
import dev.prospector.agents.contact.people.PersonFinding;
import dev.prospector.agents.contact.phone.PhoneFinding;
import dev.prospector.agents.contact.postal.AddressFinding;
import dev.prospector.agents.contact.social.SocialFinding;
import java.util.List;

/**
 * The contact details of one page. Every list is in the order of first sight, except the
 * organisations, which are in falling order of score.
 *
 * @param people of the company
 * @param bystanders people named in other people's words on the page, such as authors of reviews;
 *     never contacts of the company
 */
public record Contacts(
    List<EmailFinding> emails,
    List<PhoneFinding> phones,
    List<AddressFinding> addresses,
    List<OrganizationFinding> organizations,
    List<PersonFinding> people,
    List<SocialFinding> profiles,
    List<PersonFinding> bystanders) {

  /** Copies the lists. */
  public Contacts {
    emails = List.copyOf(emails);
    phones = List.copyOf(phones);
    addresses = List.copyOf(addresses);
    organizations = List.copyOf(organizations);
    people = List.copyOf(people);
    profiles = List.copyOf(profiles);
    bystanders = List.copyOf(bystanders);
  }

  /** Returns these contacts with other phones. */
  Contacts withPhones(List<PhoneFinding> others) {
    return new Contacts(emails, others, addresses, organizations, people, profiles, bystanders);
  }
}
