package dev.prospector.agents.structured;

import java.util.List;
import java.util.Optional;

/**
 * What a page's structured data states about one organisation, over all syntaxes. Immutable.
 *
 * @param types its types in short form, such as {@code LocalBusiness} or {@code h-card}
 * @param facts the facts in the order of the page, each once
 * @param addresses its postal addresses, each once
 * @param people the people named as founders, employees or contacts
 */
public record OrganizationData(
    List<String> types, List<Fact> facts, List<Address> addresses, List<Person> people) {

  /** Copies the lists. */
  public OrganizationData {
    types = List.copyOf(types);
    facts = List.copyOf(facts);
    addresses = List.copyOf(addresses);
    people = List.copyOf(people);
  }

  /**
   * Returns the organisations that a page describes: first those it describes by themselves, then
   * those within other things; descriptions with the same name are one.
   */
  public static List<OrganizationData> of(StructuredData data) {
    return Organizations.of(data);
  }

  /** Returns the values stated for one field, in order. */
  public List<String> values(Fact.Field field) {
    return facts.stream().filter(fact -> fact.field() == field).map(Fact::value).toList();
  }

  /** Returns the first name stated. */
  public Optional<String> name() {
    return values(Fact.Field.NAME).stream().findFirst();
  }

  /**
   * A postal address.
   *
   * @param parts its parts, or one {@link Fact.Field#ADDRESS} when it is not divided
   */
  public record Address(List<Fact> parts) {

    /** Copies the list. */
    public Address {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A person of the organisation.
   *
   * @param relation how the organisation names the relation, such as {@code founder}
   * @param facts name, position, e-mail, telephone and page of the person
   */
  public record Person(String relation, List<Fact> facts) {

    /** Copies the list. */
    public Person {
      facts = List.copyOf(facts);
    }
  }
}
