package dev.prospector.agents.heard;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.PartialDates;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.page.LanguageDetector;
import dev.prospector.agents.page.OtherCompanies;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.relevance.Passages;
import dev.prospector.agents.relevance.TextPassage;
import dev.prospector.agents.website.SitePage;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sentences of a lead's texts in their order: of its own pages in its own voice, and of
 * the documents that the host supplied. Lines about other companies and lines that address a
 * reading machine are left out; at most 6,000 sentences are read.
 */
public final class ReadSentences {

  private static final int MOST = 6_000;
  private static final int MOST_CHARACTERS = 600_000;

  /** A dated heading counts for so many sentences at most. */
  private static final int UNDER_A_HEADING = 12;

  private static final int LONGEST_HEADING = 120;

  private final List<Heard> all = new ArrayList<>();

  private ReadSentences() {}

  /** Returns the sentences of the lead's own pages and of the host's documents about it. */
  public static List<Heard> of(AgentInput input) {
    ReadSentences reader = new ReadSentences();
    for (SitePage page : input.get(Website.KEY).pages()) {
      reader.read(page.snapshot(input), page.pageText(input), page.language());
    }
    input.find(Intake.KEY).ifPresent(intake -> reader.documents(input, intake));
    return List.copyOf(reader.all);
  }

  /** Returns the sentences of one text. */
  public static List<Heard> of(Snapshot snapshot, PageText text, Language language) {
    ReadSentences reader = new ReadSentences();
    reader.read(snapshot, text, language);
    return List.copyOf(reader.all);
  }

  private void documents(AgentInput input, Intake intake) {
    intake.rows().stream()
        .map(input::snapshot)
        .filter(s -> s.kind() == Snapshot.Kind.DOCUMENT)
        .forEach(
            document -> {
              String text = document.text();
              PageText.Region whole =
                  new PageText.Region(PageText.Region.Kind.MAIN, 0, text.length());
              read(document, new PageText(text, List.of(whole)), LanguageDetector.detect(text, ""));
            });
  }

  private void read(Snapshot snapshot, PageText page, Language language) {
    OtherCompanies others = OtherCompanies.in(snapshot.text());
    for (PageText.Region region : page.regions(PageText.Region.Kind.MAIN)) {
      if (region.role().speaks() && region.end() > region.start()) {
        read(snapshot, region, language, others, headingBefore(page, region));
      }
    }
  }

  private void read(
      Snapshot snapshot,
      PageText.Region region,
      Language language,
      OtherCompanies others,
      @Nullable TextPassage before) {
    int end = Math.min(region.end(), region.start() + MOST_CHARACTERS);
    String text = snapshot.text().substring(region.start(), end);
    @Nullable TextPassage heading = before;
    int since = 0;
    Heeding heeding = new Heeding(snapshot.text(), others);
    for (TextPassage bare : Passages.of(text)) {
      if (all.size() >= MOST) {
        return;
      }
      TextPassage at = new TextPassage(bare.start() + region.start(), bare.end() + region.start());
      String said = at.of(snapshot.text());
      boolean headingLike = isHeading(said);
      if (headingLike && !PartialDates.in(said).isEmpty()) {
        heading = at;
        since = 0;
      } else if (headingLike && since > 0 || since++ > UNDER_A_HEADING) {
        heading = null;
      }
      if (heeding.hears(at)) {
        all.add(new Heard(snapshot, at, language, Optional.ofNullable(heading)));
      }
    }
  }

  /** The dated line right above a region, which may stand outside of a page's main text. */
  private static @Nullable TextPassage headingBefore(PageText page, PageText.Region region) {
    String text = page.text();
    int end = region.start();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = text.lastIndexOf('\n', Math.max(0, end - 1)) + 1;
    boolean line = end > start && end - start <= LONGEST_HEADING;
    if (!line || !page.roleAt(start).speaks()) {
      return null;
    }
    String said = text.substring(start, end);
    boolean dated = isHeading(said) && !PartialDates.in(said).isEmpty();
    return dated ? new TextPassage(start, end) : null;
  }

  private static boolean isHeading(String said) {
    char last = said.charAt(said.length() - 1);
    return said.length() <= LONGEST_HEADING && ".!?:;,".indexOf(last) < 0;
  }
}
