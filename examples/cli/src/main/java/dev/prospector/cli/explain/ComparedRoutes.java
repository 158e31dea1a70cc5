package dev.prospector.cli.explain;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Counts over written leads, apart for each route: tiers, what is unknown, drafts and cost. */
public final class ComparedRoutes {

  private static final List<String> TIERS = List.of("HIGH", "MEDIUM", "LOW", "NOT_QUALIFIED");
  private static final String NONE = "no route";

  private final Map<String, Counts> routes = new TreeMap<>();

  /** What is counted of one route. */
  private static final class Counts {
    private final Map<String, Long> tiers = new LinkedHashMap<>();
    private final Map<String, BigDecimal> costs = new TreeMap<>();
    private long leads;
    private long unknown;
    private long drafts;
    private long found;
    private long byModel;
  }

  /** Adds a lead, as JSON Lines hold it. */
  public void add(JsonNode lead) {
    JsonNode sections = lead.path("sections");
    Counts counts = routes.computeIfAbsent(name(sections.path("route")), k -> new Counts());
    counts.leads++;
    counts.tiers.merge(lead.path("tier").asString("NONE"), 1L, Long::sum);
    counts.unknown += unknown(sections);
    for (JsonNode draft : sections.path("messages").path("drafts")) {
      counts.drafts++;
      counts.found += draft.path("found").size();
    }
    JsonNode means = lead.path("means");
    counts.byModel += means.path("sections_by_model").asLong(0);
    means
        .path("costs")
        .properties()
        .forEach(
            cost ->
                counts.costs.merge(
                    cost.getKey(), new BigDecimal(cost.getValue().asString()), BigDecimal::add));
  }

  private static String name(JsonNode route) {
    if (!route.isObject()) {
      return NONE;
    }
    JsonNode drawn = route.path("drawn");
    String way = route.path("way").asString("");
    return drawn.isObject()
        ? way
            + ", drawn by "
            + drawn.path("seed").asString("")
            + " with the share "
            + drawn.path("share").asString("")
        : way + ", chosen by rules";
  }

  private static long unknown(JsonNode node) {
    if (node.isObject() && node.path("state").asString("").equals("UNKNOWN")) {
      return 1;
    }
    long sum = 0;
    for (JsonNode part : node) {
      sum += part.isContainer() ? unknown(part) : 0;
    }
    return sum;
  }

  /** Prints a block for each route. */
  public void print(PrintStream out) {
    routes.forEach(
        (name, counts) -> {
          out.println(name + ": " + counts.leads + (counts.leads == 1 ? " lead" : " leads"));
          out.println("  tiers    " + tiers(counts));
          out.printf(
              Locale.ROOT,
              "  unknown  %.1f facts a lead%n",
              counts.unknown / (double) counts.leads);
          out.println(
              "  drafts   "
                  + counts.drafts
                  + ", the gate found something "
                  + counts.found
                  + " times");
          out.println("  cost     " + cost(counts));
        });
  }

  private static String tiers(Counts counts) {
    return TIERS.stream()
        .map(tier -> counts.tiers.getOrDefault(tier, 0L) + " " + tier)
        .collect(Collectors.joining(", "));
  }

  private static String cost(Counts counts) {
    String sums =
        counts.costs.entrySet().stream()
            .map(cost -> cost.getValue().stripTrailingZeros().toPlainString() + " " + cost.getKey())
            .collect(Collectors.joining(", "));
    return (sums.isEmpty() ? "nothing" : sums)
        + ", "
        + counts.byModel
        + " sections written by a model";
  }
}
