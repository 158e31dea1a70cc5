package dev.prospector.agents.qualification;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.heard.MachineOrders;
import dev.prospector.agents.page.OtherCompanies;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.signal.Signal;
import dev.prospector.agents.signal.Signals;
import dev.prospector.agents.website.SitePage;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether now is a good time: by the sentence in which the company announces that it hires or
 * grows. A page without a date is not fresh, and neither is one read a year before this month.
 */
final class Timing {

  private static final ScoreRange FRESH = new ScoreRange(0.5, 1);
  private static final ScoreRange UNDATED = new ScoreRange(0.2, 1);
  private static final Duration FRESH_FOR = Duration.ofDays(365);

  private final AgentInput input;
  private final Wording wording;
  private final Quotes quotes;

  Timing(AgentInput input, Wording wording, Quotes quotes) {
    this.input = input;
    this.wording = wording;
    this.quotes = quotes;
  }

  Factor factor() {
    List<Announced> announced = new ArrayList<>();
    for (SitePage page : input.get(Website.KEY).pages()) {
      Snapshot snapshot = page.snapshot(input);
      OtherCompanies others = OtherCompanies.in(snapshot.text());
      for (PageText.Region region : page.pageText(input).regions(PageText.Region.Kind.MAIN)) {
        for (Signal signal : signals(snapshot, region, page)) {
          int start = signal.sentence().start();
          int end = signal.sentence().end();
          boolean ordered = MachineOrders.govern(snapshot.text(), start, end);
          if (!ordered && !others.cover(start, end)) {
            announced.add(new Announced(signal, new Passage(snapshot, start, end)));
          }
        }
      }
    }
    // The first that is fresh, else the first.
    return announced.stream()
        .filter(this::isFresh)
        .findFirst()
        .or(() -> announced.stream().findFirst())
        .map(this::factor)
        .orElseGet(this::unknown);
  }

  /** An announcement and where it stands. */
  private record Announced(Signal signal, Passage sentence) {}

  private Factor unknown() {
    return Reach.factor(
        Factor.Kind.TIMING, ScoreRange.UNKNOWN, wording.say("timing.unknown"), List.of());
  }

  private List<Signal> signals(Snapshot snapshot, PageText.Region region, SitePage page) {
    if (!region.role().speaks()) {
      return List.of();
    }
    int year = snapshot.capturedAt().orElse(input.asOf()).atZone(ZoneOffset.UTC).getYear();
    return Signals.in(snapshot.text(), region.start(), region.end(), page.language(), year);
  }

  /** What is going on was so when the page was read; what was done needs a date of its own. */
  private boolean isFresh(Announced announced) {
    boolean goesOn = announced.signal().kind() == Signal.Kind.HIRING || announced.signal().dated();
    return goesOn
        && announced
            .sentence()
            .snapshot()
            .capturedAt()
            .filter(read -> Duration.between(read, input.asOf()).compareTo(FRESH_FOR) <= 0)
            .isPresent();
  }

  private Factor factor(Announced announced) {
    boolean fresh = isFresh(announced);
    String key = fresh ? "timing.announced" : "timing.undated";
    return Reach.factor(
        Factor.Kind.TIMING,
        fresh ? FRESH : UNDATED,
        wording.say(key, Quotes.shortened(announced.sentence())),
        quotes.of("timing", announced.sentence()));
  }
}
