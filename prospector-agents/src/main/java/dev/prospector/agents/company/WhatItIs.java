package dev.prospector.agents.company;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.page.LanguageDetector;
import dev.prospector.agents.trade.Introduction;
import dev.prospector.agents.trade.Standing;
import dev.prospector.agents.website.SitePage;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import java.util.List;

/** What a company says that it is, by its pages, its name and the host's own column. */
public final class WhatItIs {

  private WhatItIs() {}

  /** Returns its trades, the surest first; the step must have declared intake and website. */
  public static List<Standing> of(AgentInput input) {
    Introduction introduction = new Introduction();
    for (Snapshot row : rows(input)) {
      IndustryWords.column(row)
          .ifPresent(words -> introduction.addColumn(words, language(input, words)));
    }
    for (Claim<?> name : input.get(Intake.KEY).name().claims()) {
      Snapshot source = input.snapshot(name.snapshot());
      int at = source.text().indexOf(name.quote());
      if (at >= 0) {
        Passage words = new Passage(source, at, at + name.quote().length());
        introduction.addName(words, language(input, words));
      }
    }
    for (SitePage page : input.get(Website.KEY).pages()) {
      introduction.addPage(page.snapshot(input), page.pageText(input), page.language());
    }
    return introduction.standings();
  }

  static List<Snapshot> rows(AgentInput input) {
    return input.get(Intake.KEY).rows().stream().map(input::snapshot).toList();
  }

  /** A few words of a list are in the site's language, unless they tell another. */
  private static Language language(AgentInput input, Passage words) {
    Language site = input.get(Website.KEY).language();
    Language told = LanguageDetector.detect(words.quote(), "");
    return told == Language.UNKNOWN ? site : told;
  }
}
