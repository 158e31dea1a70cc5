package dev.prospector.adapter.export.report;

import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.contact.ContactDetails.Channel;
import dev.prospector.agents.draft.Limits;
import dev.prospector.agents.outreach.Messages;

/** The drafts, each with its length, what the gate found, and what each sentence rests on. */
final class DraftsPart {

  private final Labels labels;
  private final Quotes quotes;
  private final Html html = new Html();

  DraftsPart(Labels labels) {
    this.labels = labels;
    this.quotes = new Quotes(labels);
  }

  Html of(Messages messages) {
    html.fold("drafts", labels.say("drafts") + " (" + messages.drafts().size() + ")");
    html.add("p", "missing", messages.missing());
    if (!messages.drafts().isEmpty()) {
      html.add("p", "hint", labels.say("drafts-hint"));
    }
    messages.drafts().forEach(this::draft);
    for (Messages.LeftOut gone : messages.leftOut()) {
      String which = labels.of(gone.channel()) + " (" + labels.of(gone.kind()) + "): ";
      html.add("p", "stop", which + labels.of(gone.reason()));
    }
    return html.endFold();
  }

  private void draft(Messages.Draft draft) {
    html.open("article", "draft k-" + draft.kind()).open("p", "to");
    html.add("b", "", labels.of(draft.channel())).text(" ").link(draft.recipient().value());
    html.text(" ").add("span", "tag", labels.of(draft.kind()));
    html.text(" ").add("span", "tag", length(draft));
    html.text(" ").add("span", "tag", labels.of(draft.origin())).close();
    if (!draft.subject().isEmpty()) {
      html.open("p", "subject").add("b", "", labels.say("subject") + ": ");
      html.add("span", "words", draft.subject()).button("copy", labels.say("copy")).close();
    }
    html.open("div", "message").add("pre", "words", text(draft));
    html.button("copy", labels.say("copy")).close();
    Findings.add(html, labels, draft.found());
    html.open("details", "source").add("summary", "", labels.say("rests-on")).open("ul", "");
    for (Statement sentence : draft.sentences()) {
      html.open("li", "").text(sentence.text() + " ");
      html.add("span", "tag g-" + sentence.ground(), labels.of(sentence.ground()));
      quotes.claims(html, sentence.basis());
      html.close();
    }
    html.close().close().close();
  }

  /** The words of the draft, and apart from them the lines that code appends. */
  private static String text(Messages.Draft draft) {
    String lines = (draft.optOut() + "\n" + draft.source()).strip();
    return lines.isEmpty() ? draft.body() : draft.body() + "\n\n" + lines;
  }

  private String length(Messages.Draft draft) {
    Channel channel = draft.channel();
    boolean words = channel == Channel.EMAIL || channel == Channel.PHONE;
    return labels.say(words ? "words-of" : "characters-of", draft.length(), Limits.most(channel));
  }
}
