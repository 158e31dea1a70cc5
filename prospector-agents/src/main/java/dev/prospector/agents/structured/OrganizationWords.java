package dev.prospector.agents.structured;

import dev.prospector.agents.structured.item.Item;
import dev.prospector.agents.structured.item.Text;
import dev.prospector.agents.structured.item.Value;
import dev.prospector.agents.structured.syntax.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words by which structured data speaks of organisations, people and addresses. */
final class OrganizationWords {

  private static final Set<String> TYPES = types();
  private static final Map<String, Fact.Field> FIELDS = fields();
  private static final Set<String> PERSON_TYPES = Set.of("person", "patient", "agentperson");
  private static final Set<String> PEOPLE =
      Set.of("founder", "founders", "employee", "employees", "member", "members", "owner", "agent");

  private OrganizationWords() {}

  private static Set<String> types() {
    Set<String> types = new HashSet<>();
    for (String line : Table.lines("organization-types.txt")) {
      types.addAll(List.of(line.strip().split(" ")));
    }
    return Set.copyOf(types);
  }

  private static Map<String, Fact.Field> fields() {
    Map<String, Fact.Field> fields = new HashMap<>();
    for (String line : Table.lines("organization-properties.txt")) {
      String[] words = line.strip().split(" ");
      int dot = words[0].indexOf('.');
      String subject = words[0].substring(0, dot);
      Fact.Field field = Fact.Field.valueOf(words[0].substring(dot + 1).toUpperCase(Locale.ROOT));
      for (int i = 1; i < words.length; i++) {
        fields.put(subject + "." + words[i], field);
      }
    }
    return Map.copyOf(fields);
  }

  /** Returns the field of a property; the subject is organization, address or person. */
  static Optional<Fact.Field> field(String subject, String property) {
    return Optional.ofNullable(FIELDS.get(subject + "." + ItemTree.key(property)));
  }

  static boolean isOrganization(Item item) {
    boolean named = item.types().stream().map(ItemTree::key).anyMatch(TYPES::contains);
    return named || (isCard(item) && !isPersonCard(item));
  }

  static boolean isPerson(Item item) {
    boolean named = item.types().stream().map(ItemTree::key).anyMatch(PERSON_TYPES::contains);
    return named || (isCard(item) && isPersonCard(item));
  }

  static boolean isPeople(String property) {
    return PEOPLE.contains(ItemTree.key(property));
  }

  static boolean isCard(Item item) {
    return item.types().contains("h-card");
  }

  // A card is an organisation's if it names no person and either equals its org or has an address
  // or a telephone number (microformats.org/wiki/hcard, "Organization Contact Info").
  private static boolean isPersonCard(Item card) {
    if (card.value("given-name").isPresent() || card.value("family-name").isPresent()) {
      return true;
    }
    Optional<String> org = card.value("org").flatMap(OrganizationWords::text);
    if (org.isPresent()) {
      return !org.equals(card.value("name").flatMap(OrganizationWords::text));
    }
    return card.value("adr").isEmpty()
        && card.value("street-address").isEmpty()
        && card.value("tel").isEmpty();
  }

  static Optional<String> text(Value value) {
    Text text = value instanceof Item item ? item.text() : value instanceof Text t ? t : Text.EMPTY;
    String flat = Lines.value(text);
    return flat.isEmpty() ? Optional.empty() : Optional.of(flat);
  }
}
