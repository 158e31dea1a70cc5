package dev.prospector.adapter.export.write;

import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.contact.phone.PhoneUse;
import dev.prospector.agents.contact.social.SocialNetwork;
import dev.prospector.evidence.Fact;
import dev.prospector.lead.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How to reach a company, and which person, as cells. */
final class ContactColumns {

  private static final ContactDetails.Address.Parts NOWHERE =
      new ContactDetails.Address.Parts("", "", "", "", "");

  private final Optional<ContactDetails> contacts;
  private final List<Person> people;
  private final Optional<ContactDetails.Address> address;
  private final ContactDetails.Address.Parts place;

  /**
   * Creates the cells.
   *
   * @param given people named in the list
   */
  ContactColumns(Optional<ContactDetails> contacts, List<Person> given) {
    this.contacts = contacts;
    this.people = new ArrayList<>(given);
    for (ContactDetails.NamedPerson found :
        contacts.map(ContactDetails::people).orElse(List.of())) {
      people.add(new Person(found.name().known(), LeadColumns.shown(found.role()), "", ""));
    }
    // Of equals the one of the list, and then the earlier one.
    people.sort(Comparator.comparingInt((Person p) -> Seniority.of(p.role())).reversed());
    this.address = contacts.map(ContactDetails::addresses).flatMap(ContactColumns::fullest);
    this.place = address.map(a -> a.place().known()).orElse(NOWHERE);
  }

  /** The address of which most is known; of equals the first. */
  private static Optional<ContactDetails.Address> fullest(List<ContactDetails.Address> addresses) {
    // Of equals the earlier one.
    return addresses.stream()
        .reduce((best, a) -> parts(a.place().known()) > parts(best.place().known()) ? a : best);
  }

  private static int parts(ContactDetails.Address.Parts place) {
    return (place.street().isEmpty() ? 0 : 4)
        + (place.city().isEmpty() ? 0 : 4)
        + (place.postalCode().isEmpty() ? 0 : 2)
        + (place.state().isEmpty() ? 0 : 1)
        + (place.country().isEmpty() ? 0 : 1);
  }

  String siteName() {
    return first(list(c -> c.names().stream().map(Fact.Known::known).toList()));
  }

  String city() {
    return place.city();
  }

  String state() {
    return place.state();
  }

  String country() {
    return address.map(ContactDetails.Address::countryCode).orElse("");
  }

  void addTo(Map<String, Object> cells) {
    List<String> emails = list(c -> c.emails().stream().map(e -> e.address().known()).toList());
    cells.put("email", first(emails));
    cells.put("other_emails", rest(emails));
    List<String> phones = list(c -> c.phones().stream().map(p -> p.number().known()).toList());
    cells.put("phone", first(phones));
    cells.put("other_phones", rest(phones));
    cells.put("whatsapp", LeadColumns.joined(list(ContactColumns::whatsapps)));
    cells.put("linkedin", profiles(SocialNetwork.LINKEDIN));
    cells.put("instagram", profiles(SocialNetwork.INSTAGRAM));
    cells.put("facebook", profiles(SocialNetwork.FACEBOOK));
    cells.put("address", place.toString());
    cells.put("street", place.street());
    cells.put("postal_code", place.postalCode());
    addPerson(cells);
  }

  private void addPerson(Map<String, Object> cells) {
    Person person = people.isEmpty() ? new Person("", "", "", "") : people.get(0);
    cells.put("person", person.name());
    cells.put("person_role", person.role());
    cells.put("person_email", person.email());
    cells.put("person_phone", person.phone());
  }

  private static List<String> whatsapps(ContactDetails contacts) {
    return contacts.phones().stream()
        .filter(p -> p.uses().contains(PhoneUse.WHATSAPP))
        .map(p -> p.number().known())
        .toList();
  }

  private String profiles(SocialNetwork network) {
    return LeadColumns.joined(
        list(
            c ->
                c.profiles().stream()
                    .filter(p -> p.network() == network)
                    .map(p -> p.url().known())
                    .toList()));
  }

  private List<String> list(Function<ContactDetails, List<String>> values) {
    return contacts.map(values).orElse(List.of());
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.get(0);
  }

  private static String rest(List<String> values) {
    return LeadColumns.joined(values.stream().skip(1).toList());
  }
}
