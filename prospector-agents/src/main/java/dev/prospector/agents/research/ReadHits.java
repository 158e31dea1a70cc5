package dev.prospector.agents.research;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.address.SiteOwner;
import dev.prospector.agents.address.WebAddress;
import dev.prospector.agents.heard.DatedWords;
import dev.prospector.agents.heard.Heard;
import dev.prospector.agents.heard.ReadSentences;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.page.LanguageDetector;
import dev.prospector.agents.page.Page;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.passage.LeadText;
import dev.prospector.agents.research.ExternalIntelligence.Conflict;
import dev.prospector.agents.research.ExternalIntelligence.Held;
import dev.prospector.agents.research.ExternalIntelligence.IdentityReason;
import dev.prospector.agents.research.ExternalIntelligence.SearchMade;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import dev.prospector.web.PageLookup;
import dev.prospector.web.WebSearch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches for a company, and reads what is found: at most five pages, one of each domain; of
 * further hits, and of pages that cannot be read, the excerpt.
 */
final class ReadHits {

  private static final int MOST_HITS = 10;
  private static final int MOST_PAGES = 5;
  private static final int MOST_PER_PAGE = 4;

  private static final Expression PUBLISHED =
      Expression.of(
          "(?m)^[^\\t\\n"
              + "]{0,60}(?:published_time|datePublished|dateCreated|pubdate|date)\\t([^\\n"
              + "]{4,40})$");

  private final AgentInput input;
  private final Identity identity;
  private final java.time.LocalDate today;
  private final List<SearchMade> searches = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();
  private final List<SaidOutside> said = new ArrayList<>();
  private final List<AskAboutFindings.Outside> outside = new ArrayList<>();

  ReadHits(AgentInput input, Identity identity) {
    this.input = input;
    this.identity = identity;
    this.today = input.asOf().atZone(java.time.ZoneOffset.UTC).toLocalDate();
  }

  List<SearchMade> searches() {
    return searches;
  }

  List<Held> held() {
    return held;
  }

  List<SaidOutside> said() {
    return said;
  }

  /** Returns the texts that are about the company. */
  List<AskAboutFindings.Outside> outside() {
    return outside;
  }

  void read(String country) throws InterruptedException {
    Map<String, WebSearch.Hit> byDomain = new LinkedHashMap<>();
    for (String query : PlanSearches.of(input)) {
      for (WebSearch.Hit hit : search(query, country)) {
        domain(hit.url())
            .filter(d -> !d.equals(identity.domain()))
            .ifPresent(d -> byDomain.putIfAbsent(d, hit));
      }
    }
    int pages = 0;
    for (WebSearch.Hit hit : byDomain.values()) {
      boolean named = identity.isNamed(hit.title() + " " + hit.excerpt());
      if (named) {
        consider(hit, pages++ < MOST_PAGES);
      }
    }
  }

  private List<WebSearch.Hit> search(String query, String country) throws InterruptedException {
    if (!input.search().isConfigured()) {
      searches.add(new SearchMade(query, SearchMade.Outcome.NOT_CONFIGURED, 0, ""));
      return List.of();
    }
    return input
        .search()
        .search(query, country, MOST_HITS)
        .fold(
            hits -> {
              int count = hits.all().size();
              SearchMade.Outcome outcome =
                  count == 0 ? SearchMade.Outcome.EMPTY : SearchMade.Outcome.HITS;
              searches.add(new SearchMade(query, outcome, count, ""));
              return hits.all();
            },
            failed -> {
              searches.add(new SearchMade(query, SearchMade.Outcome.FAILED, 0, failed.reason()));
              return List.of();
            });
  }

  private void consider(WebSearch.Hit hit, boolean readPage) throws InterruptedException {
    Optional<PageLookup.Found> found = readPage ? fetch(hit.url()) : Optional.empty();
    Snapshot snapshot;
    PageText text;
    if (found.isPresent()) {
      Page page = Page.parse(found.get().body(), found.get().finalUrl());
      text = page.text();
      snapshot = Snapshot.page(found.get().finalUrl(), text.text());
      snapshot =
          found.get().capturedAt() == null
              ? snapshot
              : snapshot.capturedAt(found.get().capturedAt());
    } else {
      String excerpt = (hit.title() + "\n\n" + hit.excerpt()).strip();
      text =
          new PageText(
              excerpt,
              List.of(new PageText.Region(PageText.Region.Kind.MAIN, 0, excerpt.length())));
      snapshot = Snapshot.page(hit.url(), excerpt);
    }
    if (!snapshot.text().isBlank()) {
      judge(snapshot.publishedBy(Snapshot.Publisher.THIRD_PARTY), text);
    }
  }

  private Optional<PageLookup.Found> fetch(String url) throws InterruptedException {
    return input
        .pages()
        .fetch(url)
        .fold(
            page -> page.status() < 400 ? Optional.of(page) : Optional.<PageLookup.Found>empty(),
            absent -> Optional.empty(),
            failed -> Optional.empty());
  }

  private void judge(Snapshot snapshot, PageText text) {
    String host = WebAddress.parse(snapshot.address()).address().map(WebAddress::host).orElse("");
    Optional<Conflict> conflict = identity.conflict(snapshot.text(), host);
    if (conflict.isPresent()) {
      held.add(new Held(snapshot.address(), conflict.get()));
      return;
    }
    List<IdentityReason> reasons = identity.reasons(snapshot.text());
    Snapshot kept = input.keep(snapshot);
    Language language = LanguageDetector.detect(kept.text(), "");
    LeadText shown = new LeadText(kept, text, language, false);
    outside.add(new AskAboutFindings.Outside(shown, reasons));
    Optional<DatedWords> published = published(kept);
    JudgeSentence judge = new JudgeSentence(identity.words());
    int taken = 0;
    for (Heard heard : ReadSentences.of(kept, text, language)) {
      Optional<FindingKind> kind = judge.kind(heard);
      if (kind.isPresent() && taken < MOST_PER_PAGE) {
        taken++;
        said.add(
            new SaidOutside(
                heard, kind.get(), DatedWords.of(heard, today).or(() -> published), reasons));
      }
    }
  }

  private static Optional<DatedWords> published(Snapshot snapshot) {
    Search search = PUBLISHED.matcher(snapshot.text());
    while (search.find()) {
      int start = search.start(1);
      Optional<dev.prospector.agents.argument.PartialDates.Place> place =
          dev.prospector.agents.argument.PartialDates.in(search.group(1).replace('T', ' ')).stream()
              .findFirst();
      if (place.isPresent()) {
        Passage passage =
            new Passage(snapshot, start + place.get().start(), start + place.get().end());
        return Optional.of(new DatedWords(place.get().date(), passage));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> domain(String url) {
    return WebAddress.parse(url).address().flatMap(a -> SiteOwner.of(a).domain());
  }
}
