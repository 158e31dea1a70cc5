package dev.prospector.agents.heard;

import dev.prospector.agents.argument.PartialDate;
import dev.prospector.agents.argument.PartialDates;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.relevance.TextPassage;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import java.util.Optional;

/**
 * A sentence or line that speaks of a lead.
 *
 * @param snapshot the text it stands in
 * @param at where
 * @param language of the text around it
 * @param heading the line with a date that it stands under
 */
public record Heard(
    Snapshot snapshot, TextPassage at, Language language, Optional<TextPassage> heading) {

  /** Returns the words. */
  public String said() {
    return at.of(snapshot.text());
  }

  /** Returns the words as a passage that can be quoted. */
  public Passage passage() {
    return new Passage(snapshot, at.start(), at.end());
  }

  /** Returns the heading as a passage that can be quoted. */
  public Optional<Passage> headingPassage() {
    return heading.map(h -> new Passage(snapshot, h.start(), h.end()));
  }

  /** Returns the date of the heading. */
  public Optional<PartialDate> headed() {
    return heading
        .map(h -> PartialDates.in(h.of(snapshot.text())))
        .filter(places -> !places.isEmpty())
        .map(places -> places.get(0).date());
  }

  /** Returns whether it is the company's own voice. */
  public boolean isOwn() {
    return snapshot.publisher() == Snapshot.Publisher.COMPANY;
  }
}
