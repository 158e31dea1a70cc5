package dev.prospector.adapter.export.write;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cells that CRMs ask for in a form of their own. */
final class CrmColumns {

  private CrmColumns() {}

  static void addTo(Map<String, Object> cells) {
    String person = text(cells, "person");
    int last = person.lastIndexOf(' ');
    cells.put("first_name", last < 0 ? "" : person.substring(0, last).strip());
    cells.put("last_name", person.substring(last + 1));
    cells.put("any_email", LeadColumns.first(text(cells, "person_email"), text(cells, "email")));
    cells.put("rating", rating(text(cells, "tier")));
    cells.put("summary", summary(cells));
  }

  private static String rating(String tier) {
    return switch (tier) {
      case "HIGH" -> "Hot";
      case "MEDIUM" -> "Warm";
      case "LOW", "NOT_QUALIFIED" -> "Cold";
      default -> "";
    };
  }

  private static String summary(Map<String, Object> cells) {
    String tier = text(cells, "tier");
    return Stream.of(
            tier.isEmpty() ? "" : "Prospector: " + tier + " " + text(cells, "score"),
            text(cells, "justification"),
            quoted(cells, "why_them"),
            quoted(cells, "why_now"),
            text(cells, "next_step"))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String quoted(Map<String, Object> cells, String name) {
    String quote = text(cells, name + "_quote");
    return quote.isEmpty() ? "" : text(cells, name) + " \"" + quote + '"';
  }

  private static String text(Map<String, Object> cells, String name) {
    return Objects.toString(cells.getOrDefault(name, ""), "");
  }
}
