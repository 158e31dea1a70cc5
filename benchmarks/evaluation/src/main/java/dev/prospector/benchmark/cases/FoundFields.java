package dev.prospector.benchmark.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The values of a lead as it is written, by field. A field is a short name below, or a path such as
 * {@code company-profile.services}: sections first, then the lead itself; lists and facts are gone
 * through by themselves.
 */
final class FoundFields {

  private static final Map<String, String> PATHS =
      Map.ofEntries(
          Map.entry("emails", "contact-details.emails.address"),
          Map.entry("email", "contact-details.emails.address"),
          Map.entry("phones", "contact-details.phones.number"),
          Map.entry("phone", "contact-details.phones.number"),
          Map.entry("addresses", "contact-details.addresses.place"),
          Map.entry("address", "contact-details.addresses.place"),
          Map.entry("street", "contact-details.addresses.place.street"),
          Map.entry("city", "contact-details.addresses.place.city"),
          Map.entry("state", "contact-details.addresses.place.state"),
          Map.entry("postal_code", "contact-details.addresses.place.postalCode"),
          Map.entry("people", "contact-details.people.name"),
          Map.entry("person", "contact-details.people.name"),
          Map.entry("roles", "contact-details.people.role"),
          Map.entry("person_role", "contact-details.people.role"),
          Map.entry("profiles", "contact-details.profiles.url"),
          Map.entry("names", "contact-details.names"),
          Map.entry("services", "company-profile.services"),
          Map.entry("customers", "company-profile.customers"),
          Map.entry("places", "company-profile.places"),
          Map.entry("description", "company-profile.description"),
          Map.entry("opening_hours", "company-profile.openingHours"),
          Map.entry("founded", "company-profile.founded"),
          Map.entry("years_active", "company-profile.yearsActive"),
          Map.entry("district", "contact-details.addresses.place.district"),
          Map.entry("employees", "company-profile.employees"),
          Map.entry("industry", "company-profile.industry"),
          Map.entry("registration_number", "registration.number"),
          Map.entry("domain", "company.domain"),
          Map.entry("name", "company.name"),
          Map.entry("country", "intake.country"),
          Map.entry("unread", "website.unread.reason"),
          Map.entry("pages", "website.pages.url"));

  /** What a fact may be; the state of an address is another thing. */
  private static final Set<String> STATES = Set.of("KNOWN", "UNKNOWN", "CONTRADICTED", "ABSENT");

  private final JsonNode lead;

  FoundFields(JsonNode lead) {
    this.lead = lead;
  }

  /** Returns the values of a field, none if there is no such field. */
  List<String> of(String field) {
    List<String> values = new ArrayList<>();
    if (field.equals("whatsapp") || field.equals("fax")) {
      used(field, values);
      return values;
    }
    String path = PATHS.getOrDefault(field, field);
    String[] steps = snake(path).split("\\.");
    walk(lead.path("sections"), steps, 0, values);
    if (values.isEmpty()) {
      walk(lead, steps, 0, values);
    }
    return values;
  }

  /** Written names are in small letters with underscores. */
  private static String snake(String path) {
    StringBuilder snake = new StringBuilder();
    for (char c : path.toCharArray()) {
      if (Character.isUpperCase(c)) {
        snake.append('_').append(Character.toLowerCase(c));
      } else {
        snake.append(c == '-' ? '_' : c);
      }
    }
    return snake.toString();
  }

  private void used(String use, List<String> values) {
    for (JsonNode phone : lead.path("sections").path("contact_details").path("phones")) {
      for (JsonNode one : phone.path("uses")) {
        if (one.asString("").equalsIgnoreCase(use)) {
          leaf(phone.path("number"), values);
        }
      }
    }
  }

  private static void walk(JsonNode node, String[] path, int at, List<String> values) {
    if (node.isArray()) {
      node.forEach(item -> walk(item, path, at, values));
    } else if (at == path.length) {
      leaf(node, values);
    } else if (node.has("value") && node.has("state")) {
      walk(node.get("value"), path, at, values);
    } else if (node.has(path[at])) {
      walk(node.get(path[at]), path, at + 1, values);
    } else if (node.has("value")) {
      walk(node.get("value"), path, at, values);
    } else if (node.has("sides")) {
      walk(node.get("sides"), path, at, values);
    }
  }

  /** A fact stands for its value, an object for its parts in one line. */
  private static void leaf(JsonNode node, List<String> values) {
    if (node.isArray()) {
      node.forEach(item -> leaf(item, values));
    } else if (node.has("value") && (node.has("state") || node.has("claims"))) {
      leaf(node.get("value"), values);
    } else if (node.has("sides")) {
      leaf(node.get("sides"), values);
    } else if (node.isObject()) {
      List<String> parts = new ArrayList<>();
      node.forEach(part -> leaf(part, parts));
      parts.removeIf(String::isBlank);
      boolean fact = STATES.contains(node.path("state").asString(""));
      if (!parts.isEmpty() && !fact) {
        values.add(String.join(", ", parts));
      }
    } else if (!node.isNull() && !node.asString("").isBlank()) {
      values.add(node.asString(""));
    }
  }
}
