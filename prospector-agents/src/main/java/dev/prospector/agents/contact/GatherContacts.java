package dev.prospector.agents.contact;

import dev.prospector.agents.contact.email.EmailFinding;
import dev.prospector.agents.contact.email.EmailScanner;
import dev.prospector.agents.contact.email.EmailUse;
import dev.prospector.agents.contact.people.FormerRoles;
import dev.prospector.agents.contact.people.PersonFinding;
import dev.prospector.agents.contact.phone.PhoneFinding;
import dev.prospector.agents.contact.phone.PhoneUse;
import dev.prospector.agents.contact.phone.SharedArea;
import dev.prospector.agents.contact.postal.AddressCountry;
import dev.prospector.agents.contact.postal.AddressFinding;
import dev.prospector.agents.contact.postal.AddressPart;
import dev.prospector.agents.contact.social.SocialFinding;
import dev.prospector.agents.contact.social.SocialNetwork;
import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.Place;
import dev.prospector.agents.heard.MachineOrders;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.page.OtherCompanies;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.page.layout.PageRole;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Evidence;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Placement;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.SnapshotId;
import dev.prospector.evidence.value.ValueType;
import dev.prospector.evidence.value.ValueTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Joins what the pages of one site say about how to reach the company. */
final class GatherContacts {

  /** A footer stands on every page; more places than these say nothing more. */
  private static final int MOST_PLACES = 5;

  private static final int FARTHEST_LABEL = 3;

  private static final int MOST_TOWNS = 3;

  private static final Expression COPYRIGHT =
      Expression.of(
          "(?i)©|\\(c\\) ?\\d{4}|copyright|direitos reservados|rights reserved|derechos"
              + " reservados");

  /** Profiles of people: a page links those of its staff, and of people it writes about. */
  private static final Expression PRIVATE_PROFILE =
      Expression.of("(?i)(?:linkedin\\.com/(?:in|pub|profile)/|xing\\.com/profile/)");

  private static final Expression POINTED =
      Expression.of("(?<=^\\d{2})\\.(?=\\d{3}[-‐-–]?\\d{3}$)");

  /** A page of a directory lists hundreds; a lead needs a few. */
  private static final int MOST_VALUES = 50;

  private static final ValueType<ContactDetails.Address.Parts> ADDRESS =
      ValueTypes.recordOf(ContactDetails.Address.Parts.class);

  /** An address is read as people write it, also where it is meant to be hard to collect. */
  private static final ValueType<String> EMAIL = ValueTypes.readBy(EmailScanner::addressesIn);

  /** The most useful address for a seller first; of one use, the most reliable first. */
  private static final Comparator<ContactDetails.Email> BY_USE =
      Comparator.comparing(e -> EmailUse.of(e.address().known(), e.kind()));

  private final Evidence evidence;
  private final OwnName ownName;
  private final Claims<String> emails = new Claims<>();
  private final Claims<String> phones = new Claims<>();
  private final Claims<ContactDetails.Address.Parts> addresses = new Claims<>();
  private final Claims<ContactDetails.Address.Parts> places = new Claims<>();
  private final Map<ContactDetails.Address.Parts, List<Claim<String>>> countries = new HashMap<>();
  private final Claims<String> profiles = new Claims<>();
  private final Claims<String> people = new Claims<>();
  private final Claims<String> names = new Claims<>();
  private final Map<SnapshotId, OtherCompanies> others = new HashMap<>();
  private final Map<String, EmailFinding> emailsByAddress = new HashMap<>();
  private final Map<String, PhoneFinding> phonesByNumber = new HashMap<>();
  private final Map<String, TreeSet<PhoneUse>> uses = new HashMap<>();
  private final Map<String, SocialNetwork> networks = new HashMap<>();

  /** E-mail addresses and numbers that at least one place writes out in full. */
  private final Set<String> writtenOut = new HashSet<>();

  private final Map<String, List<Claim<String>>> roles = new HashMap<>();

  /** The claims of one kind, by value in the order of first sight. */
  private static final class Claims<T> {
    private final Map<T, List<Claim<T>>> byValue = new LinkedHashMap<>();

    boolean hasRoomFor(T value) {
      List<Claim<T>> places = byValue.get(value);
      return places == null ? byValue.size() < MOST_VALUES : places.size() < MOST_PLACES;
    }

    void add(Claim<T> claim) {
      byValue.computeIfAbsent(claim.value(), v -> new ArrayList<>()).add(claim);
    }

    List<Fact.Known<T>> findings(Evidence evidence) {
      return evidence.findings(byValue.values().stream().flatMap(List::stream).toList());
    }
  }

  GatherContacts(Evidence evidence, OwnName ownName) {
    this.evidence = evidence;
    this.ownName = ownName;
  }

  private OtherCompanies others(Snapshot snapshot) {
    return others.computeIfAbsent(snapshot.id(), id -> OtherCompanies.in(snapshot.text()));
  }

  /**
   * Adds what a page says.
   *
   * @param law whether the page is about privacy or terms, which name processors with their places:
   *     there only what stands below the company's own name is its own
   */
  void add(Snapshot snapshot, PageText page, Contacts found, boolean law) {
    addReachability(snapshot, law ? ownIn(snapshot, found) : found);
    Set<AddressFinding> towns = ownTowns(page, found.addresses());
    for (AddressFinding address : found.addresses()) {
      boolean named = !law || ownName.standsBefore(snapshot.text(), address.place().start());
      PageRole role = page.roleAt(address.place().start());
      boolean own = named && role != PageRole.OTHERS && role != PageRole.ARTICLE;
      if (own && address.postal()) {
        addAddress(snapshot, address, addresses);
      } else if (own && towns.contains(address) && !isCopyright(snapshot, address.place())) {
        addAddress(snapshot, address, places);
      }
    }
    found.people().forEach(person -> addPerson(snapshot, person));
    ownName.among(found.organizations()).stream()
        .limit(3)
        .forEach(
            o -> claim(names, "site_name", ValueTypes.PROPER_NAME, o.name(), snapshot, o.places()));
  }

  /**
   * Returns the towns with their state that may be the company's place. Those of menus, forms and
   * articles are not, nor are many on one page: it lists branches, vacancies or where it works.
   */
  private static Set<AddressFinding> ownTowns(PageText page, List<AddressFinding> found) {
    Set<AddressFinding> towns = new LinkedHashSet<>();
    Set<String> names = new HashSet<>();
    for (AddressFinding address : found) {
      PageRole role = page.roleAt(address.place().start());
      if (address.isTownOfState() && (role == PageRole.OWN || role == PageRole.LEGAL)) {
        towns.add(address);
        names.add(address.part(AddressPart.Kind.CITY).orElse("").toLowerCase(Locale.ROOT));
      }
    }
    return names.size() > MOST_TOWNS ? Set.of() : towns;
  }

  /** Processors are given with their numbers too; addresses are told by their domain. */
  private Contacts ownIn(Snapshot snapshot, Contacts found) {
    List<PhoneFinding> phones =
        found.phones().stream()
            .filter(p -> ownName.standsBefore(snapshot.text(), p.places().get(0).start()))
            .toList();
    return found.withPhones(phones);
  }

  void addReachability(Snapshot snapshot, Contacts found) {
    for (EmailFinding email : found.emails()) {
      emailsByAddress.putIfAbsent(email.address(), email);
      claim(emails, "email", EMAIL, email.address(), snapshot, email.places());
    }
    for (PhoneFinding phone : found.phones()) {
      phonesByNumber.putIfAbsent(phone.e164(), phone);
      uses.computeIfAbsent(phone.e164(), n -> new TreeSet<>()).addAll(phone.uses());
      List<Place> places =
          phone.places().stream().map(p -> SharedArea.with(snapshot.text(), phone, p)).toList();
      claim(phones, "phone", ValueTypes.PHONE, phone.e164(), snapshot, places);
    }
    boolean page = snapshot.kind() == Snapshot.Kind.PAGE;
    for (SocialFinding profile : found.profiles()) {
      if (page && PRIVATE_PROFILE.isIn(profile.url())) {
        continue;
      }
      networks.putIfAbsent(profile.url(), profile.network());
      claim(profiles, "profile", ValueTypes.URL, profile.url(), snapshot, profile.places());
    }
  }

  /** The line of rights often names the builder's town, or none that is an office. */
  private static boolean isCopyright(Snapshot snapshot, Place place) {
    String text = snapshot.text();
    int start = text.lastIndexOf('\n', place.start()) + 1;
    int end = text.indexOf('\n', place.end());
    return COPYRIGHT.isIn(text.substring(start, end < 0 ? text.length() : end));
  }

  private void addAddress(
      Snapshot snapshot, AddressFinding address, Claims<ContactDetails.Address.Parts> addresses) {
    ContactDetails.Address.Parts parts =
        new ContactDetails.Address.Parts(
            part(address, AddressPart.Kind.STREET),
            part(address, AddressPart.Kind.CITY),
            part(address, AddressPart.Kind.STATE),
            part(address, AddressPart.Kind.ZIP),
            part(address, AddressPart.Kind.COUNTRY),
            address.district().map(AddressPart::value).orElse(""));
    claim(addresses, "address", ADDRESS, parts, snapshot, List.of(address.place()));
    if (addresses.byValue.containsKey(parts)) {
      addCountry(snapshot, address, parts);
    }
  }

  private void addCountry(
      Snapshot snapshot, AddressFinding address, ContactDetails.Address.Parts parts) {
    Passage passage = passage(snapshot, address.place());
    AddressCountry.of(address, passage.quote())
        .flatMap(code -> evidence.claim("country", AddressCountry.TYPE, code, passage))
        .ifPresent(c -> countries.computeIfAbsent(parts, p -> new ArrayList<>()).add(c));
  }

  /** A Brazilian postal code is written with or without a point after its second digit. */
  private static String part(AddressFinding address, AddressPart.Kind kind) {
    String part = address.part(kind).orElse("");
    return kind == AddressPart.Kind.ZIP ? POINTED.matcher(part).replaceAll("") : part;
  }

  private void addPerson(Snapshot snapshot, PersonFinding person) {
    if (person.role().filter(FormerRoles::are).isPresent()) {
      return;
    }
    claim(people, "person", ValueTypes.PROPER_NAME, person.name(), snapshot, person.places());
    Optional<String> role = person.role();
    if (role.isPresent() && people.byValue.containsKey(person.name())) {
      evidence
          .claim("role", ValueTypes.TEXT, role.get(), snapshot, role.get())
          .ifPresent(c -> roles.computeIfAbsent(person.name(), n -> new ArrayList<>()).add(c));
    }
  }

  private <T> void claim(
      Claims<T> claims,
      String field,
      ValueType<T> type,
      T value,
      Snapshot snapshot,
      List<Place> places) {
    OtherCompanies others = others(snapshot);
    for (Place place : unordered(snapshot, places)) {
      boolean own = place.end() > place.start() && !others.cover(place.start(), place.end());
      if (own && claims.hasRoomFor(value)) {
        evidence.claim(field, type, value, passage(snapshot, place)).ifPresent(claims::add);
        if (place.how() != FoundBy.DEOBFUSCATED && place.how() != FoundBy.INFERRED) {
          writtenOut.add(String.valueOf(value));
        }
      }
    }
  }

  /**
   * Leaves out the places in sentences that give orders to machines; where no other sentence holds
   * the value, a link to it is part of the order.
   */
  private static List<Place> unordered(Snapshot snapshot, List<Place> places) {
    List<Place> left =
        places.stream()
            .filter(p -> !MachineOrders.govern(snapshot.text(), p.start(), p.end()))
            .toList();
    boolean linked = left.stream().allMatch(p -> p.region() == PageText.Region.Kind.LINKS);
    return linked && left.size() < places.size() ? List.of() : left;
  }

  private static Passage passage(Snapshot snapshot, Place place) {
    Placement placement =
        switch (place.how()) {
          case LINK -> Placement.LINK;
          case STRUCTURED -> Placement.DATA;
          case TEXT, DEOBFUSCATED, INFERRED -> inText(snapshot, place);
        };
    return new Passage(snapshot, place.start(), place.end(), placement);
  }

  private static Placement inText(Snapshot snapshot, Place place) {
    if (snapshot.kind() != Snapshot.Kind.PAGE) {
      return Placement.FIELD;
    }
    if (isLabelled(snapshot.text(), place.start())) {
      return Placement.LABELLED;
    }
    return switch (place.region()) {
      case TITLE -> Placement.TITLE;
      case MAIN -> Placement.MAIN;
      case SURROUNDING -> Placement.SURROUNDING;
      case LINKS -> Placement.LINK;
      case META, STRUCTURED -> Placement.DATA;
    };
  }

  /** A colon stands before it, on its line or at the end of the line above. */
  private static boolean isLabelled(String text, int start) {
    int at = start - 1;
    while (at >= 0 && at >= start - FARTHEST_LABEL && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at >= 0 && text.charAt(at) == ':';
  }

  ContactDetails details() {
    return new ContactDetails(
        emails.findings(evidence).stream().map(this::email).sorted(BY_USE).toList(),
        phones.findings(evidence).stream().map(this::phone).toList(),
        DistinctAddresses.of(addresses.findings(evidence), places.findings(evidence)).stream()
            .map(this::address)
            .toList(),
        profiles.findings(evidence).stream().map(this::profile).toList(),
        people.findings(evidence).stream().map(this::person).toList(),
        names.findings(evidence),
        List.of());
  }

  private ContactDetails.Address address(Fact.Known<ContactDetails.Address.Parts> place) {
    List<Claim<String>> told = countries.getOrDefault(place.known(), List.of());
    return new ContactDetails.Address(place, evidence.fact(told));
  }

  private ContactDetails.Email email(Fact.Known<String> address) {
    EmailFinding finding = java.util.Objects.requireNonNull(emailsByAddress.get(address.known()));
    boolean hidden = !writtenOut.contains(address.known());
    return new ContactDetails.Email(address, finding.kind(), hidden, Optional.empty());
  }

  private ContactDetails.Phone phone(Fact.Known<String> number) {
    PhoneFinding finding = java.util.Objects.requireNonNull(phonesByNumber.get(number.known()));
    return new ContactDetails.Phone(
        number,
        finding.kind(),
        finding.region(),
        finding.carrier().orElse(""),
        finding.extension().orElse(""),
        List.copyOf(uses.getOrDefault(number.known(), new TreeSet<>())),
        !writtenOut.contains(number.known()),
        Optional.empty());
  }

  private ContactDetails.Profile profile(Fact.Known<String> url) {
    return new ContactDetails.Profile(
        java.util.Objects.requireNonNull(networks.get(url.known())), url);
  }

  private ContactDetails.NamedPerson person(Fact.Known<String> name) {
    return new ContactDetails.NamedPerson(
        name, evidence.fact(roles.getOrDefault(name.known(), List.of())));
  }
}
