package dev.prospector.agents.qualification;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.heard.Heeding;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.page.OtherCompanies;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.page.layout.PageRole;
import dev.prospector.agents.relevance.Passages;
import dev.prospector.agents.relevance.RunningText;
import dev.prospector.agents.relevance.Sentence;
import dev.prospector.agents.relevance.Sought;
import dev.prospector.agents.relevance.TextPassage;
import dev.prospector.agents.signal.Complaints;
import dev.prospector.agents.website.SitePage;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the sentences of a company's pages speak of something that the business context says.
 * Labels, menus, forms and footers are not read. Pages in a language that cannot be compared say
 * nothing, and that is told.
 */
final class SpokenOf {

  /** The strongest that words alone are, without a word for a problem. */
  private static final double WORDS_ALONE = 0.45;

  private static final double WITH_PROBLEM = 0.6;
  private static final double COMPLAINS = 0.9;

  private final AgentInput input;
  private final List<Sought> sought;
  private final boolean complaints;
  private boolean comparable;
  private @Nullable Heard best;

  /** A sentence that speaks of something sought. */
  private record Heard(Passage passage, Sought sought, double strength, Complaints.Voice voice) {}

  private SpokenOf(AgentInput input, List<Sought> sought, boolean complaints) {
    this.input = input;
    this.sought = sought;
    this.complaints = complaints;
    if (!sought.isEmpty()) {
      input.get(Website.KEY).pages().forEach(this::listen);
    }
  }

  /** Listens for problems: how strongly a sentence speaks depends on whose problem it is. */
  static SpokenOf problems(List<Sought> pains, AgentInput input) {
    return new SpokenOf(input, pains, true);
  }

  /** Listens for a kind of company in free words. */
  static SpokenOf free(List<Sought> kinds, AgentInput input) {
    return new SpokenOf(input, kinds, false);
  }

  private void listen(SitePage page) {
    if (!Sought.isComparable(page.language())) {
      return;
    }
    comparable = true;
    Snapshot snapshot = page.snapshot(input);
    OtherCompanies others = OtherCompanies.in(snapshot.text());
    for (PageText.Region region : page.regions()) {
      if (isRead(region) && region.end() > region.start()) {
        Heeding heeding = new Heeding(snapshot.text(), others);
        passages(snapshot.text(), region, page.language()).stream()
            .filter(heeding::hears)
            .forEach(p -> hear(snapshot, Sentence.of(snapshot.text(), p, page.language())));
      }
    }
  }

  /**
   * A problem is the company's only where it speaks; what it is, its title and its lists say too,
   * and never its customers.
   */
  private boolean isRead(PageText.Region region) {
    boolean main = region.kind() == PageText.Region.Kind.MAIN;
    return complaints
        ? main && region.role().speaks()
        : main && region.role() != PageRole.OTHERS || region.kind() == PageText.Region.Kind.TITLE;
  }

  private List<TextPassage> passages(String text, PageText.Region region, Language language) {
    if (complaints) {
      return RunningText.in(text, region.start(), region.end(), language);
    }
    return Passages.of(text.substring(region.start(), region.end())).stream()
        .map(p -> new TextPassage(p.start() + region.start(), p.end() + region.start()))
        .toList();
  }

  private void hear(Snapshot snapshot, Sentence sentence) {
    for (Sought wanted : sought) {
      wanted
          .in(sentence)
          .ifPresent(
              match -> {
                Complaints.Voice voice = Complaints.voice(sentence.said(), sentence.language());
                double strength = match.score() * (complaints ? weight(voice) : 1);
                if (best == null || strength > best.strength()) {
                  TextPassage at = sentence.passage();
                  Passage passage = new Passage(snapshot, at.start(), at.end());
                  best = new Heard(passage, wanted, strength, voice);
                }
              });
    }
  }

  private static double weight(Complaints.Voice voice) {
    return switch (voice) {
      case NONE -> WORDS_ALONE;
      case PROBLEM -> WITH_PROBLEM;
      case OWN -> COMPLAINS;
    };
  }

  /** Returns whether there was a page to compare. */
  boolean isComparable() {
    return comparable;
  }

  /** Returns how strongly it is spoken of, in 0..1; 0 where it is not. */
  double strength() {
    return best == null ? 0 : Math.min(1, best.strength());
  }

  /** Returns whether the company complains of it in its own voice. */
  boolean isOwnComplaint() {
    return best != null && best.voice() == Complaints.Voice.OWN;
  }

  Optional<Passage> best() {
    return Optional.ofNullable(best).map(Heard::passage);
  }

  String quote() {
    return best().map(Quotes::shortened).orElse("");
  }

  /** Returns the words of the context that the sentence meets. */
  String sought() {
    return best == null ? "" : best.sought().text();
  }
}
