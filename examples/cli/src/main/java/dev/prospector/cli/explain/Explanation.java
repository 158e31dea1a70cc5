package dev.prospector.cli.explain;

import static java.util.stream.Collectors.joining;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Prints the scores of a written lead with what they rest on. */
public final class Explanation {

  private static final int LONGEST_QUOTE = 240;

  private final PrintStream out;
  private final JsonNode lead;

  public Explanation(PrintStream out, JsonNode lead) {
    this.out = out;
    this.lead = lead;
  }

  public void print() {
    out.println(lead.path("company").path("name").asString("") + " (" + text(lead, "id") + ")");
    out.println("status " + text(lead, "status"));
    JsonNode sections = lead.path("sections");
    qualification(sections.path("qualification"));
    scores(sections.path("scores"));
    route(sections.path("route"));
    intent(sections.path("intent_signals"));
    evaluation(sections.path("strategy_evaluation"), sections.path("strategy_options"));
    candidates(sections.path("registration").path("candidates"));
    refused(sections.path("contact_details").path("refused"));
    cost(lead.path("means"));
    for (JsonNode step : lead.path("steps")) {
      line(0, text(step, "step") + " " + text(step, "state") + ": " + text(step, "reason"));
    }
    for (JsonNode note : lead.path("notes")) {
      line(0, "note: " + note.asString());
    }
  }

  private void qualification(JsonNode qualification) {
    if (qualification.isMissingNode()) {
      line(0, "not qualified yet: the pipeline did not come that far");
      return;
    }
    out.println();
    out.printf(
        Locale.ROOT,
        "QUALIFICATION %s: score %s in the range %s, %.0f %% known%n",
        text(qualification, "tier"),
        number(qualification.path("score")),
        range(qualification.path("range")),
        qualification.path("known").asDouble(0) * 100);
    line(1, text(qualification, "justification"));
    JsonNode exclusion = qualification.path("exclusion");
    if (exclusion.isObject()) {
      line(1, "excluded as " + text(exclusion, "kind") + ": " + text(exclusion, "entry"));
    }
    if (qualification.path("decisive").isString()) {
      line(1, "what would move it most, if known: " + text(qualification, "decisive"));
    }
    for (JsonNode factor : qualification.path("factors")) {
      factor(factor);
    }
  }

  private void factor(JsonNode factor) {
    out.println();
    line(
        1,
        text(factor, "kind")
            + " "
            + range(factor.path("value"))
            + ", weight "
            + number(factor.path("weight")));
    line(2, text(factor, "reason"));
    for (JsonNode evidence : factor.path("evidence")) {
      quotes(evidence);
    }
  }

  private void scores(JsonNode scores) {
    if (scores.isMissingNode()) {
      return;
    }
    score("CONFIDENCE", scores.path("confidence"));
    score("MARKET FIT", scores.path("market_fit"));
    out.println();
    JsonNode worth = scores.path("return_potential");
    line(
        0,
        "RETURN POTENTIAL "
            + (worth.isObject()
                ? money(worth.path("low")) + " to " + money(worth.path("high"))
                : "unknown: the context has no average deal value"));
    line(0, "READINESS " + text(scores, "readiness") + ": " + text(scores, "next_step"));
  }

  private void route(JsonNode route) {
    if (!route.isMissingNode()) {
      out.println();
      line(0, "ROUTE " + text(route, "way") + ": " + text(route, "reason"));
      score("DATA QUALITY", route.path("quality"));
      score("COMPLEXITY", route.path("complexity"));
      score("CLARITY OF WHO DECIDES", route.path("clarity"));
    }
  }

  private void intent(JsonNode intent) {
    if (!intent.isMissingNode()) {
      score("INTENT", intent.path("intent"));
      score("URGENCY", intent.path("urgency"));
      score("ALIGNMENT", intent.path("alignment"));
    }
  }

  /** Each way to approach the lead with its criteria, the chosen one first named. */
  private void evaluation(JsonNode evaluation, JsonNode options) {
    if (evaluation.isMissingNode()) {
      return;
    }
    out.println();
    String chosen = text(evaluation, "chosen");
    line(0, "APPROACH " + (chosen.isEmpty() ? "none" : chosen + " is chosen"));
    for (JsonNode judged : evaluation.path("options")) {
      String id = text(judged, "option");
      String angle = "";
      for (JsonNode option : options.path("options")) {
        angle = id.equals(text(option, "id")) ? text(option, "angle") : angle;
      }
      line(1, id + " " + angle + " " + range(judged.path("total").path("range")));
      for (JsonNode reason : judged.path("reasons")) {
        String value = text(reason, "criterion") + " " + range(reason.path("value"));
        line(2, value + ": " + text(reason, "text"));
      }
    }
    for (JsonNode pruned : evaluation.path("pruned")) {
      line(1, text(pruned, "option") + " is not chosen: " + text(pruned, "reason"));
    }
  }

  /** What models cost for the lead; a question for several sections is split among them. */
  private void cost(JsonNode means) {
    if (means.path("shares").isEmpty()) {
      return;
    }
    out.println();
    String calls = number(means.path("calls").asLong(0), "call");
    line(0, "COST in " + calls + ", " + number(means.path("tokens").asLong(0), "token"));
    means
        .path("costs")
        .properties()
        .forEach(cost -> line(1, cost.getValue().asString() + " " + cost.getKey() + " in all"));
    for (JsonNode share : means.path("shares")) {
      String cost = text(share, "cost");
      String tokens = number(share.path("tokens").asLong(0), "token");
      line(1, text(share, "section") + ": " + (cost.isEmpty() ? "" : cost + ", ") + tokens);
    }
  }

  private static String number(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private void candidates(JsonNode candidates) {
    if (!candidates.isEmpty()) {
      out.println();
      line(0, "CANDIDATES in the register, by name and place");
    }
    for (JsonNode one : candidates) {
      String reasons =
          one.path("reasons").valueStream().map(r -> r.asString("")).collect(joining(", "));
      line(
          1,
          text(one, "number")
              + " "
              + number(one.path("likeness"))
              + " "
              + text(one, "legal_name")
              + ", "
              + text(one, "city")
              + ": "
              + reasons.toLowerCase(Locale.ROOT).replace('_', ' '));
    }
  }

  private void refused(JsonNode refused) {
    if (!refused.isEmpty()) {
      out.println();
      line(0, "STATED, BUT REACHING NOBODY");
    }
    for (JsonNode one : refused) {
      line(1, text(one, "reason"));
      quotes(one.path("way"));
    }
  }

  private void score(String name, JsonNode score) {
    out.println();
    line(0, name + " " + range(score.path("range")));
    for (JsonNode part : score.path("parts")) {
      line(
          1,
          text(part, "name")
              + " "
              + range(part.path("value"))
              + ", weight "
              + number(part.path("weight")));
    }
  }

  private void quotes(JsonNode evidence) {
    for (JsonNode place : evidence.path("claims")) {
      JsonNode claim = lead.path("claims").path(place.asInt());
      String quote = text(claim, "quote").strip().replaceAll("\\s+", " ");
      String shown =
          quote.length() <= LONGEST_QUOTE ? quote : quote.substring(0, LONGEST_QUOTE - 1) + "…";
      line(2, "\"" + shown + "\"");
      line(3, text(claim, "address"));
    }
  }

  private void line(int depth, String text) {
    out.println("  ".repeat(depth) + text);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  private static String money(JsonNode money) {
    List<String> parts = new ArrayList<>();
    parts.add(text(money, "currency"));
    parts.add(text(money, "amount"));
    return String.join(" ", parts);
  }

  private static String range(JsonNode range) {
    String low = number(range.path("low"));
    String high = number(range.path("high"));
    return low.equals(high) ? low : low + " to " + high;
  }

  private static String number(JsonNode number) {
    return String.format(Locale.ROOT, "%.2f", number.asDouble(0));
  }
}
