package dev.prospector.adapter.export.report;

import dev.prospector.adapter.export.record.Sections;
import dev.prospector.agents.argument.PartialDate;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.strategy.ValuePropositions;
import dev.prospector.dossier.Dossier;
import dev.prospector.evidence.Fact;
import java.util.List;

/** Why this company, and why now: its triggers and problems with the words that show them. */
final class ReasonsPart {

  private final Labels labels;
  private final Quotes quotes;
  private final Html html = new Html();

  ReasonsPart(Labels labels) {
    this.labels = labels;
    this.quotes = new Quotes(labels);
  }

  Html of(Dossier dossier) {
    Sections.find(dossier, BuyingTriggers.class).ifPresent(this::triggers);
    Sections.find(dossier, PainPoints.class).ifPresent(this::pains);
    Sections.find(dossier, ValuePropositions.class).ifPresent(this::value);
    return html;
  }

  private void triggers(BuyingTriggers section) {
    html.fold("reasons", counted("triggers", section.triggers().size()));
    section.triggers().forEach(this::trigger);
    html.add("p", "missing", section.missing());
    if (!section.past().isEmpty()) {
      html.open("details", "source").add("summary", "", labels.say("past"));
      section.past().forEach(this::trigger);
      html.close();
    }
    html.endFold();
  }

  private String counted(String label, int number) {
    return labels.say(label) + " (" + number + ")";
  }

  private void trigger(BuyingTriggers.Item item) {
    html.open("div", "reason").open("h4", "").text(labels.of(item.kind()));
    html.add("span", "tag", dated("since", item.date())).text(" ");
    html.add("span", "tag", dated("until", item.endsOn())).close();
    quotes.claims(html, List.of(item.text().best()));
    html.open("p", "said").text(item.whyNow().text()).close().close();
  }

  private String dated(String word, Fact<PartialDate> date) {
    return date.value().map(d -> labels.say(word, labels.date(d))).orElse("");
  }

  private void pains(PainPoints section) {
    html.fold("reasons", counted("pains", section.pains().size()));
    section
        .urgency()
        .ifPresent(
            u -> {
              html.open("p", "")
                  .add("span", "tag", labels.say("urgency") + ": " + labels.of(u.level()));
              html.text(" " + u.reason().text()).close();
            });
    section.pains().forEach(this::pain);
    html.add("p", "missing", section.missing());
    if (!section.questions().isEmpty()) {
      html.add("h4", "", labels.say("ask")).open("ul", "asked");
      section.questions().forEach(q -> html.add("li", "", q));
      html.close();
    }
    html.endFold();
  }

  private void pain(PainPoints.Pain pain) {
    html.open("div", "reason").open("h4", "").text(labels.of(pain.category()));
    html.add("span", "tag", labels.of(pain.statement().ground())).close();
    quotes.claims(html, pain.statement().basis());
    html.add("p", "solves", pain.solves().isEmpty() ? "" : labels.say("solves", pain.solves()));
    html.open("p", "said").text(pain.impact().text()).close();
    pain.answer().ifPresent(a -> html.add("p", "said", a.text()));
    html.close();
  }

  private void value(ValuePropositions section) {
    html.fold("reasons", counted("value", section.propositions().size()));
    for (ValuePropositions.Proposition one : section.propositions()) {
      html.open("div", "reason").add("h4", "", one.title());
      html.add("p", "said", one.benefit().text());
      one.difference().ifPresent(d -> html.add("p", "said", d.text()));
      html.close();
    }
    html.add("p", "missing", section.missing()).endFold();
  }
}
