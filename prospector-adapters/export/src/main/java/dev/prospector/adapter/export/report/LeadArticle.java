package dev.prospector.adapter.export.report;

import dev.prospector.adapter.export.record.LeadRecord;
import dev.prospector.adapter.export.record.Sections;
import dev.prospector.adapter.export.record.Verdict;
import dev.prospector.agents.outreach.Briefing;
import dev.prospector.agents.outreach.Messages;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.score.Scores;
import dev.prospector.agents.strategy.ApproachPlan;
import dev.prospector.agents.strategy.Objections;
import dev.prospector.dossier.Dossier;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A lead as mark-up, for people: who it is and how it is rated, the briefing, then reasons with
 * quotes, plan, drafts, objections, what is not known, and last the facts.
 */
final class LeadArticle {

  private final Labels labels;
  private final LeadRecord lead;
  private final Map<String, @Nullable Object> row;
  private final Dossier dossier;
  private final Html html = new Html();

  LeadArticle(Labels labels, LeadRecord lead, Map<String, @Nullable Object> row) {
    this.labels = labels;
    this.lead = lead;
    this.row = row;
    this.dossier = lead.result().dossier();
  }

  /** Returns the article. */
  Html article() {
    html.open("article", "card t-" + cell("tier"), "card-" + cell("n"));
    head();
    next();
    body();
    html.open("details", "all-facts");
    html.add("summary", "", labels.say("facts-and-quotes", cell("claims")));
    html.open("div", "body").add(new FactsPart(labels, lead).html()).close();
    return html.close().close();
  }

  /** Returns the lead in a line of a table. */
  Html line() {
    Html line = new Html().open("tr", "").add("td", "", cell("name"));
    line.open("td", "").text(labels.say(cell("tier"))).close().open("td", "").text(score()).close();
    return line.open("td", "")
        .text(place())
        .close()
        .open("td", "")
        .text(cell("next"))
        .close()
        .close();
  }

  private void head() {
    html.open("div", "head").open("div", "who").add("h2", "", cell("name"));
    String size = cell("size").isEmpty() ? "" : labels.say("size-" + cell("size"));
    String trade = cell("trade").isEmpty() ? cell("industry") : cell("trade");
    html.add("p", "where", joined(" · ", trade, place(), size)).open("p", "reach");
    for (String way : new String[] {cell("email"), cell("phone"), website()}) {
      if (!way.isEmpty()) {
        html.open("span", "").link(way).close();
      }
    }
    html.close().close().open("div", "verdict");
    html.add("span", "badge t-" + cell("tier"), labels.say(cell("tier")));
    html.add("p", "numbers", score()).close().close();
  }

  private String website() {
    String site = cell("website");
    return site.isEmpty() || site.matches("(?i)https?://.*") ? site : "http://" + site;
  }

  private String place() {
    return joined(", ", cell("place"), cell("country"));
  }

  private String score() {
    return Verdict.of(dossier)
        .qualification()
        .map(this::score)
        .orElseGet(() -> labels.say("not-scored"));
  }

  private String score(Qualification q) {
    return Math.round(q.score() * 100)
        + " "
        + labels.say(
            "between", Math.round(q.range().low() * 100), Math.round(q.range().high() * 100))
        + " · "
        + labels.say("known", labels.percent(q.known()));
  }

  private void next() {
    html.open("div", "next");
    html.add("span", "stop", cell("exclusion").isEmpty() ? "" : labels.say(cell("exclusion")));
    String readiness = cell("readiness");
    html.add("span", "tag r-" + readiness, readiness.isEmpty() ? "" : labels.say(readiness));
    html.add("span", "step", cell("next"));
    html.add("span", "stop", cell("status").equals("FAILED") ? labels.say("FAILED") : "");
    html.close();
  }

  private void body() {
    Optional<BriefingPart> briefing =
        Sections.find(dossier, Briefing.class).map(b -> new BriefingPart(labels, b));
    html.open("div", "told");
    briefing.ifPresentOrElse(b -> html.add(b.briefing()), this::points);
    html.add(new ReasonsPart(labels).of(dossier));
    Sections.find(dossier, ApproachPlan.class)
        .ifPresent(plan -> html.add(new PlanPart(labels, plan).html()));
    Sections.find(dossier, Messages.class)
        .ifPresent(messages -> html.add(new DraftsPart(labels).of(messages)));
    Sections.find(dossier, Objections.class)
        .ifPresent(objections -> html.add(ObjectionsPart.of(labels, objections)));
    briefing.ifPresent(b -> html.add(b.unknown()));
    html.close();
  }

  /** Why them, why now, whom: what a seller asks where there is no briefing. */
  private void points() {
    Optional<Scores> scores = Verdict.of(dossier).scores();
    if (scores.isEmpty() || !cell("exclusion").isEmpty()) {
      return;
    }
    html.open("dl", "points");
    for (Scores.Point point : scores.get().points()) {
      html.add("dt", "", labels.of(point.question()));
      html.open("dd", point.evidence().isEmpty() ? "open" : "").text(point.text());
      new Quotes(labels).folded(html, point.evidence());
      html.close();
    }
    html.close();
  }

  private String cell(String name) {
    return Objects.toString(row.get(name), "");
  }

  private static String joined(String between, String... parts) {
    return Stream.of(parts).filter(p -> !p.isEmpty()).collect(Collectors.joining(between));
  }
}
