package dev.prospector.agents.passage;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.page.LanguageDetector;
import dev.prospector.agents.page.PageKind;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.website.SitePage;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that speaks of a lead, from which passages are chosen.
 *
 * @param snapshot in which it stands
 * @param text with its regions, of which those in the company's voice are read
 * @param language in which it is written
 * @param presents whether it presents the company, so that its beginning is always chosen
 */
public record LeadText(Snapshot snapshot, PageText text, Language language, boolean presents) {

  /** Returns the pages of the lead's own site, in their order. */
  public static List<LeadText> ofSite(AgentInput input) {
    List<LeadText> texts = new ArrayList<>();
    for (SitePage page : input.get(Website.KEY).pages()) {
      boolean presents = texts.isEmpty() || page.kind() == PageKind.ABOUT;
      texts.add(
          new LeadText(page.snapshot(input), page.pageText(input), page.language(), presents));
    }
    return texts;
  }

  /** Returns the documents about the lead that the host supplied. */
  public static List<LeadText> ofDocuments(AgentInput input, Intake intake) {
    return intake.rows().stream()
        .map(input::snapshot)
        .filter(snapshot -> snapshot.kind() == Snapshot.Kind.DOCUMENT)
        .map(document -> part(document, 0, document.text().length()))
        .toList();
  }

  /** Returns what accepted claims quote, each as a text of its own. */
  public static List<LeadText> ofClaims(AgentInput input, List<? extends Claim<?>> claims) {
    List<LeadText> texts = new ArrayList<>();
    for (Claim<?> claim : claims) {
      Snapshot snapshot = input.snapshot(claim.snapshot());
      int start = snapshot.text().indexOf(claim.quote());
      if (start >= 0) {
        texts.add(part(snapshot, start, start + claim.quote().length()));
      }
    }
    return texts;
  }

  /** Returns a part of a snapshot as the words of somebody who speaks of the lead. */
  public static LeadText part(Snapshot snapshot, int start, int end) {
    PageText.Region whole = new PageText.Region(PageText.Region.Kind.MAIN, start, end);
    Language language = LanguageDetector.detect(snapshot.text().substring(start, end), "");
    return new LeadText(snapshot, new PageText(snapshot.text(), List.of(whole)), language, false);
  }
}
