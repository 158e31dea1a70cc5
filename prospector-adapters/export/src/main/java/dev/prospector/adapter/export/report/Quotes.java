package dev.prospector.adapter.export.report;

import dev.prospector.agents.argument.Ground;
import dev.prospector.agents.argument.Statement;
import dev.prospector.evidence.Claim;
import java.util.List;

/** Statements and the words that they rest on, as a reader sees them. */
final class Quotes {

  private static final int MOST = 3;
  private static final int LONGEST = 400;

  private final Labels labels;

  Quotes(Labels labels) {
    this.labels = labels;
  }

  /** Adds a statement; one that no source says is marked as an assumption or as our own words. */
  void statement(Html html, Statement statement) {
    html.open("p", "said").text(statement.text());
    if (statement.ground() == Ground.ASSUMED || statement.ground() == Ground.CONTEXT) {
      html.text(" ").add("span", "tag g-" + statement.ground(), labels.of(statement.ground()));
    }
    html.close();
    claims(html, statement.basis());
  }

  /** Adds a statement in one line, its quotes behind a mark that opens them. */
  void line(Html html, Statement statement) {
    html.open("li", "").text(statement.text());
    if (statement.ground() == Ground.ASSUMED || statement.ground() == Ground.CONTEXT) {
      html.text(" ").add("span", "tag g-" + statement.ground(), labels.of(statement.ground()));
    }
    folded(html, statement.basis());
    html.close();
  }

  /** Adds quotes that one has to open. */
  void folded(Html html, List<? extends Claim<?>> claims) {
    if (!claims.isEmpty()) {
      html.open("details", "source").add("summary", "", "❝ " + labels.say("quote"));
      claims(html, claims);
      html.close();
    }
  }

  /** Adds quotes, each with where it stands and when it was read. */
  void claims(Html html, List<? extends Claim<?>> claims) {
    claims.stream().limit(MOST).forEach(claim -> quote(html, claim));
  }

  private void quote(Html html, Claim<?> claim) {
    html.open("figure", "quoted-words").open("blockquote", "");
    html.text(shortened(claim.quote().strip())).close();
    html.open("figcaption", "").link(claim.address());
    html.text(" · " + labels.of(claim.publisher()));
    claim.capturedAt().ifPresent(t -> html.text(" · " + labels.say("captured", labels.date(t))));
    html.close().close();
  }

  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
