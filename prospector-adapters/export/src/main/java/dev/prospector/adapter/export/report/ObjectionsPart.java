package dev.prospector.adapter.export.report;

import dev.prospector.agents.strategy.Objections;

/** What is likely to be said against buying, and what to answer. */
final class ObjectionsPart {

  private ObjectionsPart() {}

  static Html of(Labels labels, Objections section) {
    String heading = labels.say("objections") + " (" + section.objections().size() + ")";
    Html html = new Html().fold("objections", heading);
    html.open("dl", "parts");
    for (Objections.Objection one : section.objections()) {
      html.open("dt", "").text(one.objection()).text(" ");
      html.add("span", "tag", labels.of(one.category())).close();
      html.open("dd", "").open("p", "").add("span", "tag", labels.of(one.by()));
      html.text(" " + one.answer()).close();
      one.proof()
          .ifPresent(
              proof -> {
                html.add("p", "", labels.say("proof", proof.text()));
                new Quotes(labels).folded(html, proof.basis());
              });
      html.add("p", "missing", one.proofNote()).close();
    }
    return html.close().endFold();
  }
}
