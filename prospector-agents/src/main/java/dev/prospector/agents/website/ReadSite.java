package dev.prospector.agents.website;

import dev.prospector.agent.AgentInput;
import dev.prospector.agents.address.SiteOwner;
import dev.prospector.agents.address.WebAddress;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.page.ContentProblem;
import dev.prospector.agents.page.Language;
import dev.prospector.agents.page.LanguageDetector;
import dev.prospector.agents.page.Page;
import dev.prospector.agents.page.PageKind;
import dev.prospector.agents.page.PageLink;
import dev.prospector.agents.page.PageText;
import dev.prospector.agents.structured.StructuredData;
import dev.prospector.evidence.Snapshot;
import dev.prospector.web.PageLookup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one site. */
final class ReadSite {

  private static final int MOST_PAGES = 8;
  private static final int MOST_DOCUMENTS = 2;

  /**
   * More addresses than pages, since some will be absent; bounded, since somebody pays for each.
   */
  private static final int MOST_LOOKUPS = 24;

  private static final List<PageKind> WANTED =
      List.of(
          PageKind.CONTACT,
          PageKind.IMPRINT,
          PageKind.ABOUT,
          PageKind.TEAM,
          PageKind.SERVICES,
          PageKind.PRICING,
          PageKind.JOBS,
          PageKind.LEGAL);

  /** What is read of the rest while there is room: articles, which are about anything, last. */
  private static final List<PageKind> MORE =
      List.of(
          PageKind.HOME,
          PageKind.CONTACT,
          PageKind.ABOUT,
          PageKind.TEAM,
          PageKind.SERVICES,
          PageKind.OTHER,
          PageKind.NEWS);

  private static final Expression FIRST_OF_FOLDER =
      Expression.of("(?i)/(?:index|default)\\.(?:html?|php|aspx?|jsp)$");

  private final AgentInput input;
  private final List<SitePage> pages = new ArrayList<>();
  private final List<Website.Unread> unread = new ArrayList<>();
  private final Set<String> asked = new HashSet<>();

  /** What was answered with a page: its other addresses need not be asked for. */
  private final Set<String> answered = new HashSet<>();

  private final Map<String, PageKind> found = new LinkedHashMap<>();

  /** Documents that present the company, in the order of their links. */
  private final Set<String> presentations = new LinkedHashSet<>();

  private String domain = "";
  private int lookups;

  ReadSite(AgentInput input) {
    this.input = input;
  }

  void readSupplied() {
    for (Snapshot snapshot : input.lead().supplied()) {
      if (snapshot.kind() == Snapshot.Kind.PAGE) {
        addSupplied(snapshot);
      }
    }
  }

  /** A page that came as text has no mark-up: all of it is its main text. */
  private void addSupplied(Snapshot snapshot) {
    String text = snapshot.text();
    answered.add(key(snapshot.address()));
    if (ContentProblem.find(text).isPresent() || text.isBlank()) {
      noContent(
          snapshot.address(), ContentProblem.find(text).map(p -> p.kind().name()).orElse("EMPTY"));
      return;
    }
    PageText.Region all = new PageText.Region(PageText.Region.Kind.MAIN, 0, text.length());
    pages.add(
        new SitePage(
            snapshot.address(),
            PageKind.of(snapshot.address(), List.of()),
            "",
            LanguageDetector.detect(text, ""),
            snapshot.id(),
            java.util.Optional.empty(),
            List.of(all)));
  }

  void readFrom(String home, String registrableDomain) throws InterruptedException {
    domain = registrableDomain;
    for (String known : input.pages().known(authorityOf(home))) {
      consider(known, "");
    }
    read(home, PageKind.HOME);
    String root = rootOf(home);
    if (pages.isEmpty() && !root.equals(home)) {
      read(root, PageKind.HOME);
    }
    for (PageKind kind : WANTED) {
      readFirst(kind, 1);
    }
    for (String document : presentations.stream().limit(MOST_DOCUMENTS).toList()) {
      read(document, PageKind.ABOUT);
    }
    for (PageKind kind : MORE) {
      readFirst(kind, MOST_PAGES);
    }
  }

  private void readFirst(PageKind kind, int most) throws InterruptedException {
    int before = pages.size();
    for (Map.Entry<String, PageKind> candidate : List.copyOf(found.entrySet())) {
      if (pages.size() - before >= most) {
        return;
      }
      if (candidate.getValue() == kind) {
        read(candidate.getKey(), kind);
      }
    }
  }

  private void read(String url, PageKind kind) throws InterruptedException {
    if (pages.size() >= MOST_PAGES || lookups >= MOST_LOOKUPS || isKnown(url)) {
      return;
    }
    lookups++;
    PageLookup lookup = input.pages().fetch(url);
    lookup.fold(
        page -> {
          answered.add(key(url));
          take(page, kind);
          return true;
        },
        absent ->
            unread.add(new Website.Unread(url, Website.Unread.Outcome.ABSENT, absent.reason())),
        failed ->
            unread.add(new Website.Unread(url, Website.Unread.Outcome.FAILED, failed.reason())));
  }

  private void take(PageLookup.Found response, PageKind expected) {
    answered.add(key(response.finalUrl()));
    if (response.status() >= 400) {
      String reason = "the server answers " + response.status();
      unread.add(new Website.Unread(response.url(), Website.Unread.Outcome.ABSENT, reason));
      return;
    }
    if (!isOwn(response.finalUrl())) {
      String reason = "answers from " + hostOf(response.finalUrl());
      unread.add(new Website.Unread(response.url(), Website.Unread.Outcome.OTHER_SITE, reason));
      return;
    }
    Page page = Page.parse(response.body(), response.finalUrl());
    if (page.problem().isPresent()) {
      noContent(response.url(), page.problem().get().kind().name());
      return;
    }
    keep(page, response, expected);
    for (PageLink link : page.links()) {
      consider(link);
    }
  }

  private void keep(Page page, PageLookup.Found response, PageKind expected) {
    PageText text = page.text(StructuredData.of(page.document(), response.finalUrl()).lines());
    Snapshot said = dated(Snapshot.page(response.finalUrl(), text.text()), response);
    Snapshot sent = dated(Snapshot.response(response.finalUrl(), response.message()), response);
    PageKind kind = page.kind() == PageKind.OTHER ? expected : page.kind();
    pages.add(
        new SitePage(
            response.finalUrl(),
            kind,
            page.title(),
            page.language(),
            input.keep(said).id(),
            java.util.Optional.of(input.keep(sent).id()),
            text.regions()));
  }

  private static Snapshot dated(Snapshot snapshot, PageLookup.Found response) {
    return response.capturedAt() == null ? snapshot : snapshot.capturedAt(response.capturedAt());
  }

  private void consider(PageLink link) {
    boolean web = link.target().startsWith("http://") || link.target().startsWith("https://");
    if (web && found.size() < 400 && isOwn(link.target())) {
      consider(link.target().replaceFirst("#.*", ""), link.text());
    }
  }

  private void consider(String url, String text) {
    if (!Presentations.isDocument(url)) {
      found.putIfAbsent(url, PageKind.of(url, text.isEmpty() ? List.of() : List.of(text)));
    } else if (Presentations.is(url, text)) {
      presentations.add(url);
    }
  }

  private void noContent(String url, String what) {
    String reason =
        "it is no content: " + what.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    unread.add(new Website.Unread(url, Website.Unread.Outcome.NO_CONTENT, reason));
  }

  private boolean isOwn(String url) {
    return WebAddress.parse(url)
        .address()
        .flatMap(a -> SiteOwner.of(a).domain())
        .map(d -> domain.isEmpty() || d.equals(domain))
        .orElse(domain.isEmpty());
  }

  private static String hostOf(String url) {
    return WebAddress.parse(url).address().map(WebAddress::host).orElse(url);
  }

  private static String authorityOf(String url) {
    return WebAddress.parse(url)
        .address()
        .map(a -> a.host() + (a.port() < 0 ? "" : ":" + a.port()))
        .orElse(url);
  }

  private static String rootOf(String url) {
    return WebAddress.parse(url)
        .address()
        .map(a -> a.scheme() + "://" + a.host() + (a.port() < 0 ? "" : ":" + a.port()) + "/")
        .orElse(url);
  }

  /** A home page that is not there may be there under the name of its file. */
  private boolean isKnown(String url) {
    String exact = WebAddress.parse(url).address().map(WebAddress::canonical).orElse(url);
    return !asked.add(exact) || answered.contains(key(url));
  }

  private static String key(String url) {
    return WebAddress.parse(url).address().map(a -> bare(a.canonical())).orElse(url);
  }

  /** The first page of a folder has two addresses. */
  private static String bare(String canonical) {
    String page = FIRST_OF_FOLDER.matcher(canonical).replaceFirst("/");
    String host = page.substring(page.indexOf("://") + 3);
    String plain = host.startsWith("www.") ? host.substring(4) : host;
    return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
  }

  Website website() {
    pages.sort(Comparator.comparing(SitePage::kind));
    return new Website(pages, unread, mostSpoken());
  }

  private Language mostSpoken() {
    Map<Language, Integer> characters = new java.util.EnumMap<>(Language.class);
    for (SitePage page : pages) {
      if (page.language() != Language.UNKNOWN) {
        characters.merge(
            page.language(), input.snapshot(page.text()).text().length(), Integer::sum);
      }
    }
    return characters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Language.UNKNOWN);
  }
}
