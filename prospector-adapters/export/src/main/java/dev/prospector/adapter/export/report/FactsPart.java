package dev.prospector.adapter.export.report;

import dev.prospector.adapter.export.record.LeadRecord;
import dev.prospector.adapter.export.record.Sections;
import dev.prospector.agents.qualification.Factor;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.evidence.Claim;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts with their quotes and the factors of the verdict, for a reader without scripts. */
final class FactsPart {

  private static final int MOST = 80;

  private final Labels labels;
  private final LeadRecord lead;
  private final Quotes quotes;
  private final Html html = new Html();

  FactsPart(Labels labels, LeadRecord lead) {
    this.labels = labels;
    this.lead = lead;
    this.quotes = new Quotes(labels);
  }

  Html html() {
    Optional<Qualification> verdict = Sections.find(lead.result().dossier(), Qualification.class);
    verdict.ifPresent(this::factors);
    html.open("section", "").add("h3", "", labels.say("quoted-facts")).open("dl", "facts");
    lead.claims().stream().limit(MOST).forEach(this::fact);
    html.close().close();
    unknown(verdict);
    remarks();
    return html;
  }

  private void factors(Qualification verdict) {
    html.open("section", "").add("h3", "", labels.say("factors")).open("ul", "asked");
    for (Factor factor : verdict.factors()) {
      html.open("li", "").add("b", "", labels.of(factor.kind()) + " ");
      html.text(labels.percent(factor.value().low()) + "–" + labels.percent(factor.value().high()));
      html.text(" · " + factor.reason());
      quotes.folded(html, factor.evidence());
      html.close();
    }
    html.close().close();
  }

  private void fact(Claim<?> claim) {
    html.add("dt", "", labels.say(claim.field())).open("dd", "");
    html.add("span", "value", value(claim));
    quotes.folded(html, List.of(claim));
    html.close();
  }

  private String value(Claim<?> claim) {
    return claim.value() instanceof Enum<?> code
        ? labels.of(code)
        : String.valueOf((Object) claim.value());
  }

  private void unknown(Optional<Qualification> verdict) {
    Set<String> names = new LinkedHashSet<>();
    lead.sections().forEach((name, section) -> unknownIn(section, names));
    String decisive =
        verdict
            .flatMap(Qualification::decisive)
            .map(kind -> labels.say("moves-most", labels.of(kind)))
            .orElse("");
    if (!names.isEmpty() || !decisive.isEmpty()) {
      html.open("section", "unknowns").add("h3", "", labels.say("unknown"));
      html.add("p", "", decisive).add("p", "", String.join(", ", names)).close();
    }
  }

  private void unknownIn(@Nullable Object section, Set<String> names) {
    if (section instanceof Map<?, ?> fields) {
      fields.forEach(
          (name, value) -> {
            if (value instanceof Map<?, ?> fact && "UNKNOWN".equals(fact.get("state"))) {
              names.add(labels.say(String.valueOf(name)));
            }
          });
    }
  }

  private void remarks() {
    html.open("ul", "remarks");
    for (Map<String, String> step : lead.steps()) {
      html.add(
          "li",
          "",
          labels.say(String.valueOf(step.get("state")))
              + ": "
              + labels.say(String.valueOf(step.get("step")))
              + " – "
              + step.get("reason"));
    }
    lead.notes().forEach(note -> html.add("li", "", note));
    html.close();
  }
}
