package dev.prospector.privacy;

import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Person;
import dev.prospector.lead.Tenant;
import dev.prospector.privacy.FindPersonalData.Found;
import dev.prospector.privacy.SuppressionList.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who said no, as far as one lead is concerned: finds them in its people and its texts, and takes
 * them out. Each of them is asked for once, so it holds for a moment. Confined to one thread.
 */
public final class Refusals {

  /** Stands in a text in the place of somebody who said no. */
  public static final String WITHHELD = "[withheld]";

  private static final int LONGEST_ADDRESS = 321;
  private static final Pattern NUMBER = Pattern.compile("[+(]?[0-9][0-9 ().+/-]{5,24}");

  private final SuppressionList list;
  private final Tenant tenant;
  private final Company company;
  private final Map<String, Boolean> asked = new HashMap<>();
  private final Collection<String> people;
  private @Nullable FindNames names;

  /**
   * Begins for one lead.
   *
   * @param people names of those who are known at the company beside the lead's own
   */
  public Refusals(SuppressionList list, Tenant tenant, Lead lead, Collection<String> people) {
    this.list = list;
    this.tenant = tenant;
    this.company = lead.company();
    List<String> all = new ArrayList<>(PeopleOfLead.names(lead));
    all.addAll(people);
    this.people = all;
  }

  /** Returns whether an address was refused, or every address of its domain. */
  public boolean refusesEmail(String address) {
    int at = address.indexOf('@');
    return at > 0
        && (says(Kind.EMAIL, address) || says(Kind.DOMAIN, address.substring(at + 1).strip()));
  }

  /** Returns whether a number was refused. */
  public boolean refusesPhone(String number) {
    return says(Kind.PHONE, number);
  }

  /** Returns whether a person at this company was. */
  public boolean refusesPerson(String name) {
    return says(Kind.PERSON_AT_COMPANY, name + "\n" + company.name())
        || company
            .domain()
            .filter(domain -> says(Kind.PERSON_AT_COMPANY, name + "\n" + domain))
            .isPresent();
  }

  private boolean says(Kind kind, String value) {
    return asked.computeIfAbsent(
        kind + " " + value, any -> !value.isBlank() && list.contains(tenant, kind, value));
  }

  /** Returns whether somebody who said no stands in a text. */
  public boolean isIn(String text) {
    return !find(text).isEmpty();
  }

  /** Returns a text with {@link #WITHHELD} for each who said no; the very text if there is none. */
  public String without(String text) {
    List<Found> found = find(text);
    if (found.isEmpty()) {
      return text;
    }
    StringBuilder left = new StringBuilder();
    int from = 0;
    for (Found one : found) {
      left.append(text, from, one.start()).append(WITHHELD);
      from = one.end();
    }
    return left.append(text, from, text.length()).toString();
  }

  private List<Found> find(String text) {
    if (list.holdsNobody()) {
      return List.of();
    }
    if (isWholly(text.strip())) {
      return List.of(new Found("TEXT", 0, text.length()));
    }
    List<Found> found = new ArrayList<>(names().in(text));
    if (canHoldAddress(text)) {
      FindPersonalData.addresses(text).stream()
          .filter(one -> refuses(one, text.substring(one.start(), one.end())))
          .forEach(found::add);
    }
    return FindPersonalData.withoutOverlaps(found);
  }

  /** Returns whether a text is nothing but an address or a number that was refused. */
  private boolean isWholly(String text) {
    return NUMBER.matcher(text).matches()
        ? refusesPhone(text)
        : text.indexOf('@') > 0 && text.length() < LONGEST_ADDRESS && refusesEmail(text);
  }

  private boolean refuses(Found one, String written) {
    return one.kind().equals("EMAIL") ? refusesEmail(written) : refusesPhone(written);
  }

  private static boolean canHoldAddress(String text) {
    return text.indexOf('@') >= 0 || text.chars().filter(c -> c >= '0' && c <= '9').count() >= 7;
  }

  private FindNames names() {
    FindNames known = names;
    if (known == null) {
      known = new FindNames(people.stream().filter(this::refusesPerson).toList());
      names = known;
    }
    return known;
  }

  /**
   * Returns a lead without the people who said no, by their name or their own address, and without
   * what else was refused in its columns; the very lead if there is nothing of that. What the host
   * supplied as sources stays, since claims are about their words.
   */
  public Lead without(Lead lead) {
    List<Person> left = lead.people().stream().flatMap(person -> without(person).stream()).toList();
    Map<String, String> columns = new LinkedHashMap<>();
    company.columns().forEach((name, value) -> columns.put(name, without(value)));
    Lead changed = left.equals(lead.people()) ? lead : lead.withPeople(left);
    return columns.equals(company.columns()) ? changed : changed.withColumns(columns);
  }

  private Optional<Person> without(Person person) {
    boolean email = refusesEmail(person.email());
    boolean own = email && !RoleAddresses.isRole(person.email());
    if (own || refusesPerson(person.name())) {
      return Optional.empty();
    }
    return Optional.of(
        new Person(
            person.name(),
            without(person.role()),
            email ? "" : person.email(),
            refusesPhone(person.phone()) ? "" : person.phone()));
  }
}
