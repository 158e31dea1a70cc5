package dev.prospector.agents.company;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.argument.PartialDate;
import dev.prospector.agents.argument.PartialDates;
import dev.prospector.agents.company.CompanyProfile.Activity;
import dev.prospector.agents.heard.DatedWords;
import dev.prospector.agents.heard.Heard;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.page.PageKind;
import dev.prospector.agents.website.SitePage;
import dev.prospector.agents.website.Website;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.SnapshotId;
import dev.prospector.evidence.value.ValueTypes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a company reports of itself with a date: sentences that give one, and the first sentence
 * under a heading that does. Counted is from when the page was read; of a page of which that is not
 * known nothing is recent.
 */
final class ReportedActivities {

  private static final int MOST = 8;
  private static final int MONTHS = 24;
  private static final int SHORTEST = 20;
  private static final int LONGEST = 300;

  private static final Set<PageKind> REPORTS =
      EnumSet.of(PageKind.HOME, PageKind.ABOUT, PageKind.NEWS, PageKind.SERVICES, PageKind.TEAM);

  private static final Expression NO_REPORT =
      Expression.of(
          "©|\\b(?:copyright|todos os direitos|all rights|todos los"
              + " derechos|(?:atualiza|actualiza|publica|revisa|modifica)d[ao] (?:em|el)|ultima"
              + " (?:atualizacao|actualizacion|revisao|revision|modificacao|modificacion)|last"
              + " (?:updated?|modified|reviewed|revised|changed|edited)|(?:updated|modified|reviewed|revised|posted|published)"
              + " (?:on|in)|vigencia|valid until|desde|since|fundad[ao]|founded)\\b");

  private final AgentInput input;
  private final Set<String> taken = new HashSet<>();
  private final Set<Passage> headings = new HashSet<>();
  private final List<Activity> found = new ArrayList<>();

  private ReportedActivities(AgentInput input) {
    this.input = input;
  }

  static List<Activity> of(AgentInput input, List<Heard> sentences) {
    ReportedActivities reported = new ReportedActivities(input);
    Set<SnapshotId> pages = new HashSet<>();
    for (SitePage page : input.get(Website.KEY).pages()) {
      if (REPORTS.contains(page.kind())) {
        pages.add(page.text());
      }
    }
    for (Heard heard : sentences) {
      if (heard.isOwn() && pages.contains(heard.snapshot().id()) && isReport(heard)) {
        reported.add(heard);
      }
    }
    return reported.found.stream()
        .sorted(Comparator.comparing(ReportedActivities::day).reversed())
        .limit(MOST)
        .toList();
  }

  private static LocalDate day(Activity activity) {
    return activity.date().known().first();
  }

  private static boolean isReport(Heard heard) {
    String said = heard.said().strip();
    return said.length() >= SHORTEST
        && said.length() <= LONGEST
        && said.endsWith(".")
        && !NO_REPORT.isIn(Folded.of(said));
  }

  private void add(Heard heard) {
    Optional<LocalDate> read = readOn(heard.snapshot());
    Optional<DatedWords> dated = read.flatMap(day -> DatedWords.of(heard, day));
    boolean recent =
        dated.filter(d -> d.date().last().isAfter(read.get().minusMonths(MONTHS))).isPresent();
    if (recent && isFirst(heard, dated.get()) && taken.add(heard.said())) {
      claim(heard, dated.get());
    }
  }

  private static Optional<LocalDate> readOn(Snapshot snapshot) {
    return snapshot.capturedAt().map(time -> time.atZone(ZoneOffset.UTC).toLocalDate());
  }

  /** Of the sentences under a heading the first says what it is about. */
  private boolean isFirst(Heard heard, DatedWords dated) {
    boolean headed = heard.headingPassage().filter(h -> holds(h, dated.passage())).isPresent();
    return !headed || headings.add(dated.passage());
  }

  private static boolean holds(Passage whole, Passage part) {
    return part.start() >= whole.start() && part.end() <= whole.end();
  }

  private void claim(Heard heard, DatedWords dated) {
    Optional<Claim<String>> what =
        input
            .evidence()
            .claim("activities", ValueTypes.TEXT, heard.said().strip(), heard.passage());
    Optional<Claim<PartialDate>> date =
        input.evidence().claim("activity_date", PartialDates.TYPE, dated.date(), dated.passage());
    if (what.isPresent() && date.isPresent()) {
      found.add(
          new Activity(
              input.evidence().findings(List.of(what.get())).get(0),
              input.evidence().findings(List.of(date.get())).get(0)));
    }
  }
}
