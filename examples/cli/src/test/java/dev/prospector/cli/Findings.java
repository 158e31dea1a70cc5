package dev.prospector.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a written lead says, in the vocabulary of the example's expectations. */
record Findings(JsonNode lead) {

  private static final Set<String> OVER = Set.of("ENDED", "UNFIT");

  boolean has(String field, String value) {
    List<String> found = of(field);
    if (value.equals("*")) {
      return !found.isEmpty();
    }
    return field.equals("locality")
        ? found.stream().anyMatch(value::equalsIgnoreCase)
        : found.contains(value);
  }

  List<String> of(String field) {
    JsonNode contacts = section("contact_details");
    return switch (field) {
      case "tier" -> List.of(lead.path("tier").asString());
      case "phone" -> each(contacts.path("phones"), "number");
      case "email" -> each(contacts.path("emails"), "address");
      case "social" -> each(contacts.path("profiles"), "url");
      case "person" -> each(contacts.path("people"), "name");
      case "founded", "employees" -> values(section("company_profile").path(field));
      case "registration" -> registrations();
      case "contradicted" -> contradicted();
      case "locality" -> localities();
      case "technology" -> technologies();
      default -> throw new IllegalArgumentException("no such field: " + field);
    };
  }

  private JsonNode section(String name) {
    return lead.path("sections").path(name);
  }

  private static List<String> each(JsonNode items, String fact) {
    List<String> values = new ArrayList<>();
    items.forEach(item -> values.addAll(values(item.path(fact))));
    return values;
  }

  private static List<String> values(JsonNode fact) {
    List<String> values = new ArrayList<>();
    fact.path("sides").forEach(side -> values.add(side.path("value").asString()));
    if (fact.hasNonNull("value")) {
      values.add(fact.path("value").asString());
    }
    return values;
  }

  private List<String> registrations() {
    List<String> inForce = new ArrayList<>();
    for (JsonNode one : section("registration").path("establishments")) {
      if (values(one.path("status")).stream().noneMatch(OVER::contains)) {
        inForce.addAll(values(one.path("number")));
      }
    }
    return inForce;
  }

  private List<String> contradicted() {
    List<String> names = new ArrayList<>();
    section("company_profile")
        .properties()
        .forEach(
            property -> {
              if (property.getValue().path("state").asString("").equals("CONTRADICTED")) {
                names.add(property.getKey().toLowerCase(Locale.ROOT));
              }
            });
    return names;
  }

  private List<String> localities() {
    List<String> towns = new ArrayList<>(values(section("intake").path("city")));
    for (JsonNode address : section("contact_details").path("addresses")) {
      towns.add(address.path("place").path("value").path("city").asString(""));
    }
    return towns;
  }

  private List<String> technologies() {
    JsonNode technology = section("technology");
    List<String> names = new ArrayList<>(each(technology.path("found"), "name"));
    technology.path("implied").forEach(implied -> names.add(implied.path("name").asString()));
    return names;
  }
}
