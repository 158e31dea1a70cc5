package dev.prospector.adapter.export.report;

import dev.prospector.agents.outreach.Briefing;

/** The briefing: what one reads before a call, and what is not known. */
final class BriefingPart {

  private final Labels labels;
  private final Quotes quotes;
  private final Briefing briefing;

  BriefingPart(Labels labels, Briefing briefing) {
    this.labels = labels;
    this.quotes = new Quotes(labels);
    this.briefing = briefing;
  }

  Html briefing() {
    Html html = new Html().open("section", "briefing").add("h3", "", labels.say("briefing"));
    html.open("div", "summary");
    briefing.summary().forEach(s -> html.add("p", "", s.text()));
    html.close();
    html.open("p", "do").add("strong", "", labels.say("next-step") + ": ");
    html.text(briefing.nextStep()).close().open("dl", "parts");
    for (Briefing.Part part : briefing.sections()) {
      html.add("dt", "", labels.of(part.subject())).open("dd", "").open("ul", "");
      part.statements().forEach(s -> quotes.line(html, s));
      html.close().close();
    }
    html.close();
    Findings.add(html, labels, briefing.found());
    return html.close();
  }

  /** Returns what is not known and what sources disagree about. */
  Html unknown() {
    Html html = new Html();
    if (!briefing.unknown().isEmpty()) {
      html.open("section", "unknowns").add("h3", "", labels.say("unknown")).open("dl", "parts");
      for (Briefing.Unknown unknown : briefing.unknown()) {
        html.add("dt", "", unknown.what()).open("dd", "").add("p", "", unknown.why());
        html.open("p", "").add("strong", "", labels.say("find-out") + ": ").text(unknown.how());
        html.close().close();
      }
      html.close().close();
    }
    if (!briefing.contradictions().isEmpty()) {
      html.open("section", "conflicts").add("h3", "", labels.say("contradictions"));
      html.open("ul", "");
      briefing.contradictions().forEach(c -> html.add("li", "", c));
      html.close().close();
    }
    return html;
  }
}
