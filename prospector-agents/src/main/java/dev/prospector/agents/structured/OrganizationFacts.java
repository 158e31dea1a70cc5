package dev.prospector.agents.structured;

import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Property;
import dev.prospector.agents.structured.item.Text;
import dev.prospector.agents.structured.item.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers what items say of one organisation. */
final class OrganizationFacts {

  private static final Set<String> ADDRESSES = Set.of("address", "adr", "hasaddress", "label");
  private static final Set<String> CONTACTS =
      Set.of("contactpoint", "contactpoints", "location", "contacttype");

  private final ItemTree tree;
  private final Set<String> types = new LinkedHashSet<>();
  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final Map<String, OrganizationData.Address> addresses = new LinkedHashMap<>();
  private final Map<String, OrganizationData.Person> people = new LinkedHashMap<>();

  OrganizationFacts(ItemTree tree) {
    this.tree = tree;
  }

  void read(Item item, String path) {
    item.types().forEach(type -> types.add(ItemTree.shortName(type)));
    properties(item, path);
    List<Fact> parts = parts(item, path);
    if (!parts.isEmpty()) {
      addAddress(parts);
    }
  }

  private void properties(Item item, String path) {
    for (Property property : item.properties()) {
      String key = ItemTree.key(property.name());
      String below = path + "." + Lines.flat(ItemTree.shortName(property.name()));
      for (Value value : ItemTree.members(property.value())) {
        if (ADDRESSES.contains(key)) {
          address(value, below);
        } else if (CONTACTS.contains(key)) {
          tree.item(value).ifPresent(contact -> contact(contact, below));
        } else if (OrganizationWords.isPeople(key)) {
          person(value, key, below);
        } else {
          OrganizationWords.field("organization", key)
              .ifPresent(field -> fact(field, value, below));
        }
      }
    }
  }

  private void fact(Fact.Field field, Value value, String path) {
    stated(field, value, path).forEach(this::addFact);
  }

  private void addFact(Fact fact) {
    facts.putIfAbsent(fact.field() + " " + fact.value(), fact);
  }

  /** Returns the facts that a value states: its text, or the name or value inside an item. */
  private List<Fact> stated(Fact.Field field, Value value, String path) {
    Optional<Item> item = tree.item(value);
    if (item.isPresent() && !(value instanceof Text && field != Fact.Field.COUNTRY)) {
      return inside(field, item.get(), path);
    }
    return OrganizationWords.text(value).stream()
        .map(text -> new Fact(field, cleaned(field, text), Lines.line(path, text)))
        .filter(fact -> !fact.value().isEmpty())
        .toList();
  }

  private static List<Fact> inside(Fact.Field field, Item item, String path) {
    List<Fact> facts = new ArrayList<>();
    List<String> names =
        field == Fact.Field.LOGO ? List.of("url", "contenturl") : List.of("name", "value", "url");
    for (Property property : item.properties()) {
      String key = ItemTree.key(property.name());
      Optional<String> text = OrganizationWords.text(property.value());
      if (names.contains(key) && text.isPresent() && facts.isEmpty()) {
        String below = path + "." + ItemTree.shortName(property.name());
        facts.add(new Fact(field, cleaned(field, text.get()), Lines.line(below, text.get())));
      }
    }
    if (facts.isEmpty() && item.properties().isEmpty()) {
      OrganizationWords.text(item)
          .ifPresent(text -> facts.add(new Fact(field, text, Lines.line(path, text))));
    }
    return facts;
  }

  private static String cleaned(Fact.Field field, String text) {
    String lower = text.length() < 7 ? text : text.substring(0, 7);
    if (field == Fact.Field.EMAIL && lower.equalsIgnoreCase("mailto:")) {
      int query = text.indexOf('?');
      return text.substring(7, query < 7 ? text.length() : query).strip();
    }
    boolean phone = field == Fact.Field.TELEPHONE || field == Fact.Field.FAX;
    if (phone && text.regionMatches(true, 0, "tel:", 0, 4)) {
      return text.substring(4).strip();
    }
    return text;
  }

  private void address(Value value, String path) {
    Optional<Item> item = tree.item(value);
    List<Fact> parts = item.map(address -> parts(address, path)).orElse(List.of());
    if (!parts.isEmpty()) {
      addAddress(parts);
    } else {
      OrganizationWords.text(value)
          .ifPresent(
              text ->
                  addAddress(List.of(new Fact(Fact.Field.ADDRESS, text, Lines.line(path, text)))));
    }
  }

  private List<Fact> parts(Item address, String path) {
    List<Fact> parts = new ArrayList<>();
    for (Property property : address.properties()) {
      String below = path + "." + Lines.flat(ItemTree.shortName(property.name()));
      Optional<Fact.Field> field = OrganizationWords.field("address", property.name());
      for (Value value : ItemTree.members(property.value())) {
        field.ifPresent(known -> parts.addAll(stated(known, value, below)));
      }
    }
    return parts;
  }

  private void addAddress(List<Fact> parts) {
    addresses.putIfAbsent(values(parts), new OrganizationData.Address(parts));
  }

  private static String values(List<Fact> facts) {
    return facts.stream()
        .map(fact -> fact.field() + " " + fact.value())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  // A contact point or a place lends its telephone, e-mail and address, not its name.
  private void contact(Item contact, String path) {
    for (Property property : contact.properties()) {
      String key = ItemTree.key(property.name());
      String below = path + "." + Lines.flat(ItemTree.shortName(property.name()));
      for (Value value : ItemTree.members(property.value())) {
        if (ADDRESSES.contains(key)) {
          address(value, below);
        } else {
          OrganizationWords.field("organization", key)
              .filter(OrganizationFacts::isReachable)
              .ifPresent(field -> fact(field, value, below));
        }
      }
    }
  }

  private static boolean isReachable(Fact.Field field) {
    return field == Fact.Field.TELEPHONE || field == Fact.Field.EMAIL || field == Fact.Field.FAX;
  }

  private void person(Value value, String relation, String path) {
    Item person = tree.item(value).orElse(null);
    List<Fact> stated = new ArrayList<>();
    if (person != null && OrganizationWords.isPerson(person)) {
      for (Property property : person.properties()) {
        String below = path + "." + Lines.flat(ItemTree.shortName(property.name()));
        Optional<Fact.Field> field = OrganizationWords.field("person", property.name());
        for (Value each : ItemTree.members(property.value())) {
          field.ifPresent(known -> stated.addAll(stated(known, each, below)));
        }
      }
    } else if (value instanceof Text text && text.form() == Text.Form.PLAIN) {
      stated.addAll(stated(Fact.Field.NAME, value, path));
    }
    if (!stated.isEmpty()) {
      people.putIfAbsent(values(stated), new OrganizationData.Person(relation, stated));
    }
  }

  boolean isEmpty() {
    return facts.isEmpty() && addresses.isEmpty();
  }

  /** Returns the first name, or an empty string. */
  String name() {
    return facts.values().stream()
        .filter(fact -> fact.field() == Fact.Field.NAME)
        .map(Fact::value)
        .findFirst()
        .orElse("");
  }

  void join(OrganizationFacts other) {
    types.addAll(other.types);
    other.facts.forEach(facts::putIfAbsent);
    other.addresses.forEach(addresses::putIfAbsent);
    other.people.forEach(people::putIfAbsent);
  }

  OrganizationData data() {
    return new OrganizationData(
        List.copyOf(types),
        List.copyOf(facts.values()),
        List.copyOf(addresses.values()),
        List.copyOf(people.values()));
  }
}
