package dev.prospector.adapter.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.adapter.web.ArchiveWriter;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.PortException;
import dev.prospector.http.JdkHttpTransport;
import dev.prospector.memory.InMemoryResponseCache;
import dev.prospector.web.PageLookup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LivePagesTest {

  private static final String SITE = "https://company.example";
  private static final String HOME = SITE + "/";
  private static final String TEXT = "<title>Company</title><p>We move loads.";

  private final SmallWeb web = new SmallWeb();
  private final LivePages pages = builder().build();

  private LivePages.Builder builder() {
    return LivePages.builder(web).time(web, web).contact("https://operator.example/bot");
  }

  private String reason(String url) throws InterruptedException {
    return pages.fetch(url).fold(f -> "found", a -> "absent", PageLookup.Failed::reason);
  }

  private PageLookup.Found found(String url) throws InterruptedException {
    return pages.fetch(url).page().orElseThrow();
  }

  @Test
  void aPageIsReadAfterItsRobotsTxtAndTheReaderSaysWhoItIs() throws Exception {
    web.page(HOME, TEXT);

    assertThat(found(HOME).body()).isEqualTo(TEXT);
    assertThat(web.urls()).containsExactly(SITE + "/robots.txt", HOME);
    assertThat(web.ledger)
        .allMatch(
            a ->
                a.userAgent()
                    .equals("Prospector/1.0 (prospectorbot; +https://operator.example/bot)"));
  }

  @Test
  void whatRobotsTxtForbidsIsNotAskedFor() throws Exception {
    web.robots(SITE, "User-agent: prospectorbot\nDisallow: /private\n\nUser-agent: *\nDisallow: /");
    web.page(HOME, TEXT).page(SITE + "/private/a", TEXT);

    assertThat(reason(SITE + "/private/a")).contains("robots.txt forbids");
    assertThat(reason(HOME)).isEqualTo("found");
    assertThat(web.urls()).doesNotContain(SITE + "/private/a");
  }

  @ParameterizedTest
  @CsvSource({
    "200,found",
    "401,found",
    "403,found",
    "404,found",
    "410,found",
    "429,unknown",
    "500,unknown",
    "503,unknown"
  })
  void whatARobotsTxtWithAStatusMeans(int status, String expected) throws Exception {
    web.page(HOME, TEXT).page(SITE + "/robots.txt", status, Map.of(), "");

    assertThat(reason(HOME))
        .contains(expected.equals("found") ? "found" : "robots.txt cannot be read");
    assertThat(web.urls().contains(HOME)).isEqualTo(expected.equals("found"));
  }

  @Test
  void aRobotsTxtIsFollowedFiveRedirectsFarAndKeptForADay() throws Exception {
    web.page(HOME, TEXT).redirect(SITE + "/robots.txt", "/r1");
    for (int i = 1; i < 5; i++) {
      web.redirect(SITE + "/r" + i, "/r" + (i + 1));
    }
    web.page(SITE + "/r5", 200, Map.of(), "User-agent: *\nDisallow: /");

    assertThat(reason(HOME)).contains("forbids");
    int asked = web.ledger.size();
    web.pass(Duration.ofHours(23));
    assertThat(reason(HOME)).contains("forbids");
    assertThat(web.ledger).hasSize(asked);
    web.robots(SITE, "");
    web.pass(Duration.ofHours(2));
    assertThat(reason(HOME)).isEqualTo("found");
  }

  @Test
  void everyStepOfARedirectIsCheckedForItself() throws Exception {
    web.redirect(HOME, "http://inside.example/").at("inside.example", new byte[] {10, 0, 0, 1});
    web.redirect(SITE + "/b", "https://forbidding.example/x");
    web.robots("https://forbidding.example", "User-agent: *\nDisallow: /x");
    web.redirect(SITE + "/c", "https://company.example:8443/");
    web.redirect(SITE + "/d", "https://pt.linkedin.com/company/x");
    web.redirect(SITE + "/e", "http://0177.0.0.1/");
    web.redirect(SITE + "/f", "file:///etc/passwd");

    assertThat(reason(HOME)).contains("not on the public internet");
    assertThat(reason(SITE + "/b")).contains("robots.txt forbids");
    assertThat(reason(SITE + "/c")).contains("port 8443");
    assertThat(reason(SITE + "/d")).contains("terms");
    assertThat(reason(SITE + "/e")).contains("host is a number");
    assertThat(reason(SITE + "/f")).contains("http://");
    assertThat(web.urls())
        .noneMatch(url -> url.contains("inside") || url.contains("linkedin") || url.endsWith("/x"));
  }

  @Test
  void fiveRedirectsAreFollowedAndNoMore() throws Exception {
    for (int i = 0; i < 6; i++) {
      web.redirect(SITE + "/" + i, "/" + (i + 1));
    }
    web.page(SITE + "/6", TEXT);

    assertThat(found(SITE + "/1").finalUrl()).isEqualTo(SITE + "/6");
    assertThat(reason(SITE + "/0")).contains("more than 5 redirects");
  }

  @Test
  void requestsToAHostAreASecondApartOrAsTheHostAsks() throws Exception {
    web.robots("https://slow.example", "User-agent: *\nCrawl-delay: 7");
    web.robots("https://slower.example", "User-agent: *\nCrawl-delay: 31");
    for (int i = 0; i < 3; i++) {
      pages.fetch(SITE + "/" + i);
      pages.fetch("https://slow.example/" + i);
    }

    assertThat(gaps("company.example")).allMatch(gap -> gap.toMillis() >= 1_000).hasSize(3);
    assertThat(gaps("slow.example").subList(1, 3)).allMatch(gap -> gap.toSeconds() >= 7);
    assertThat(reason("https://slower.example/")).contains("PT31S");
  }

  private List<Duration> gaps(String host) {
    List<Instant> times =
        web.ledger.stream()
            .filter(a -> a.url().startsWith("https://" + host + "/"))
            .map(SmallWeb.Asked::at)
            .toList();
    return java.util.stream.IntStream.range(1, times.size())
        .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)))
        .toList();
  }

  @Test
  void aHostThatHasTooMuchToDoIsLeftAlone() throws Exception {
    web.page(HOME, 503, Map.of("retry-after", "20"), "").page(SITE + "/b", TEXT);
    web.page(SITE + "/c", 429, Map.of("retry-after", "3600"), "");

    assertThat(reason(HOME)).contains("too much to do");
    assertThat(reason(SITE + "/b")).isEqualTo("found");
    assertThat(gaps("company.example").get(1)).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
    assertThat(reason(SITE + "/c")).contains("too much to do");
    int asked = web.ledger.size();
    assertThat(reason(SITE + "/b")).contains("left alone");
    assertThat(web.ledger).hasSize(asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.facebook.com/company",
        "https://br.linkedin.com/company/x",
        "https://maps.google.com/",
        "https://WWW.YELP.COM/biz/x",
        "https://mine.example/x"
      })
  void aSiteWhoseTermsForbidItIsNotAskedAtAll(String url) throws Exception {
    LivePages reader = builder().notReading("mine.example").build();

    assertThat(reader.fetch(url))
        .isInstanceOfSatisfying(
            PageLookup.Failed.class, f -> assertThat(f.reason()).contains("terms"));
    assertThat(web.ledger).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://168.63.129.16/",
        "http://[::1]/", "http://2130706433/", "http://user:secret@company.example/",
        "ftp://company.example/", "http://company.example:22/"
      })
  void whatIsNotThePublicWebIsNotAskedFor(String url) throws Exception {
    if (url.contains("127.0.0.1")) {
      web.at("127.0.0.1", new byte[] {127, 0, 0, 1});
    }
    web.at("169.254.169.254", new byte[] {(byte) 169, (byte) 254, (byte) 169, (byte) 254});
    web.at("168.63.129.16", new byte[] {(byte) 168, 63, (byte) 129, 16});
    web.at("::1", new byte[] {127, 0, 0, 1});

    assertThat(pages.fetch(url))
        .isInstanceOfSatisfying(
            PageLookup.Failed.class, f -> assertThat(f.reason()).doesNotContain("secret"));
    assertThat(web.ledger).isEmpty();
  }

  @Test
  void aHostThatTheOperatorAllowsIsReadAtItsPort() throws Exception {
    web.at("intranet.example", new byte[] {10, 0, 0, 1})
        .page("http://intranet.example:8080/", TEXT);

    assertThat(reason("http://intranet.example:8080/")).contains("port");
    LivePages allowing = builder().allowing("intranet.example", 8080).build();
    assertThat(allowing.fetch("http://intranet.example:8080/").page()).isPresent();
    assertThat(allowing.fetch("http://intranet.example/").page()).isEmpty();
  }

  @Test
  void aChallengeIsNoPage() throws Exception {
    web.page(HOME, "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>");
    web.page(SITE + "/b", 403, Map.of("cf-mitigated", "challenge"), "<p>Wait");
    web.page(
        SITE + "/c",
        "<script src=/cdn-cgi/challenge-platform/x.js></script><p>"
            + "We move loads through the whole country. ".repeat(20));

    assertThat(reason(HOME)).contains("prove themselves");
    assertThat(reason(SITE + "/b")).contains("prove themselves");
    assertThat(reason(SITE + "/c")).isEqualTo("found");
  }

  @Test
  void aPageThatItsOwnerKeepsFromMachinesIsNotRead() throws Exception {
    web.page(HOME, 200, Map.of("tdm-reservation", "1"), TEXT);
    web.page(SITE + "/b", 200, Map.of("x-robots-tag", "noindex, noai"), TEXT);
    web.page(SITE + "/c", "<meta name=\"robots\" content=\"noai, noimageai\">" + TEXT);
    web.page(SITE + "/d", "<META content='1' name='tdm-reservation'>" + TEXT);
    web.page(SITE + "/e", "<meta name=robots content=noindex>" + TEXT);

    for (String path : List.of("/", "/b", "/c", "/d")) {
      assertThat(reason(SITE + path)).contains("keeps the page from machines");
      assertThat(builder().readingReserved().build().fetch(SITE + path).page()).isPresent();
    }
    assertThat(reason(SITE + "/e")).isEqualTo("found");
  }

  @Test
  void charactersAreReadAsDeclaredElseAsTheyAre() throws Exception {
    for (String name : List.of("ISO-8859-1", "windows-1252", "UTF-8", "UTF-16BE")) {
      byte[] bytes = "<p>São João – ação".getBytes(Charset.forName(name));
      web.page(SITE + "/" + name, 200, Map.of("content-type", "text/html; charset=" + name), bytes);
      assertThat(found(SITE + "/" + name).body()).as(name).contains("São João");
    }
    web.page(SITE + "/none", 200, Map.of(), "ação".getBytes(Charset.forName("windows-1252")));
    assertThat(found(SITE + "/none").body()).isEqualTo("ação");
  }

  @Test
  void aHostThatDoesNotAnswerIsNotReadAndANetworkThatIsAwayIsAskedAgain() throws Exception {
    web.page(HOME, TEXT).page(SITE + "/robots.txt", 0, Map.of(), "");
    assertThatThrownBy(() -> pages.fetch(HOME))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.advice().isPassing()).isTrue());

    web.page("https://other.example/", TEXT)
        .whileSleeping(() -> pages.fetch("https://other.example/"));
    assertThat(reason(HOME)).contains("robots.txt cannot be read");
    assertThat(web.urls()).doesNotContain(HOME);
  }

  @Test
  void aPageThatIsYoungEnoughIsNotAskedForAndAnOlderOneOnlyIfItChanged() throws Exception {
    InMemoryResponseCache cache = new InMemoryResponseCache(100, web);
    LivePages first = builder().keeping(cache, Duration.ofDays(7)).build();
    web.page(HOME, 200, Map.of("etag", "\"v1\"", "content-type", "text/html"), TEXT + " ação");
    PageLookup.Found read = first.fetch(HOME).page().orElseThrow();
    int asked = web.ledger.size();

    LivePages later = builder().keeping(cache, Duration.ofDays(7)).build();
    assertThat(later.fetch(HOME)).isEqualTo(read);
    assertThat(web.ledger).hasSize(asked);

    web.pass(Duration.ofDays(8));
    web.page(HOME, 304, Map.of("etag", "\"v1\""), "");
    assertThat(later.fetch(HOME)).isEqualTo(read);
    assertThat(web.conditions).containsExactly("\"v1\"");
    int checked = web.ledger.size();
    assertThat(later.fetch(HOME)).isEqualTo(read);
    assertThat(web.ledger).hasSize(checked);

    web.pass(Duration.ofDays(8));
    web.page(HOME, 200, Map.of("etag", "\"v2\"", "content-type", "text/html"), "<p>New");
    assertThat(later.fetch(HOME).page().orElseThrow().body()).isEqualTo("<p>New");
  }

  @Test
  void whatAHostDoesNotWantKeptAndWhatIsNoPageIsAskedForAgain() throws Exception {
    InMemoryResponseCache cache = new InMemoryResponseCache(100, web);
    LivePages keeping = builder().keeping(cache, Duration.ofDays(7)).build();
    web.page(HOME, 200, Map.of("cache-control", "private, no-store"), TEXT);
    web.page(SITE + "/gone", 500, Map.of(), "");
    for (int i = 0; i < 2; i++) {
      keeping.fetch(HOME);
      keeping.fetch(SITE + "/gone");
    }
    assertThat(web.urls().stream().filter(HOME::equals)).hasSize(2);
    assertThat(web.urls().stream().filter((SITE + "/gone")::equals)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "application/pdf,no page but a document of type application/pdf",
    "image/png; q=1,no page but a document of type image/png",
    "application/octet-stream,no page",
    "application/xhtml+xml,found",
    "TEXT/HTML;charset=utf-8,found",
    "text/plain,found",
    "'',found"
  })
  void whatIsNoTextIsNoPage(String type, String expected) throws Exception {
    web.page(HOME, 200, Map.of("content-type", type), TEXT);
    assertThat(reason(HOME)).contains(expected);
  }

  @Test
  void aWrongDeclarationIsRepairedWhereTheBytesProveIt() throws Exception {
    Charset windows = Charset.forName("windows-1252");
    Map<String, String> utf8 = Map.of("content-type", "text/html; charset=utf-8");
    Map<String, String> latin = Map.of("content-type", "text/html; charset=iso-8859-1");
    String text = "<p>São João: ação";
    web.page(SITE + "/a", 200, utf8, text.getBytes(windows));
    web.page(SITE + "/b", 200, latin, text.getBytes(StandardCharsets.UTF_8));
    byte[] one = (text + " x").getBytes(StandardCharsets.UTF_8);
    one[one.length - 1] = (byte) 0xe9;
    web.page(SITE + "/one-byte-broken", 200, utf8, one);
    web.page(SITE + "/as-said", 200, latin, "<p>Â£ 5, naïve".getBytes(windows));

    assertThat(found(SITE + "/a").body()).isEqualTo(text);
    assertThat(found(SITE + "/b").body()).isEqualTo(text);
    assertThat(found(SITE + "/one-byte-broken").body()).startsWith(text);
    assertThat(found(SITE + "/as-said").body()).isEqualTo("<p>Â£ 5, naïve");
  }

  @Test
  void aBombEndsTheLookUpAndNothingElse() throws Exception {
    byte[] bomb = zipped(new byte[50 << 20]);
    web.page(HOME, 200, Map.of("content-encoding", "gzip"), bomb);
    web.page(SITE + "/twice", 200, Map.of("content-encoding", "gzip, gzip"), zipped(bomb));
    web.page(SITE + "/ratio", 200, Map.of("content-encoding", "gzip"), zipped(new byte[4 << 20]));
    web.page(SITE + "/many", 200, Map.of("content-encoding", "gzip, gzip, gzip"), bomb);
    web.page(SITE + "/broken", 200, Map.of("content-encoding", "br"), "no brotli at all");
    web.page(SITE + "/large", 200, Map.of(), new byte[(5 << 20) + 1]);
    web.page(
        SITE + "/fine",
        200,
        Map.of("content-encoding", "gzip"),
        zipped(TEXT.getBytes(StandardCharsets.UTF_8)));

    for (String path : List.of("/", "/twice", "/ratio", "/many", "/broken", "/large")) {
      assertThat(reason(SITE + path)).as(path).isNotEqualTo("found");
    }
    assertThat(found(SITE + "/fine").body()).isEqualTo(TEXT);
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void whatASiteKnowsOfItselfIsReadFromItsSitemaps() throws Exception {
    web.robots(SITE, "Sitemap: " + SITE + "/index.xml\nSitemap: https://other.example/s.xml");
    web.page(
        SITE + "/index.xml",
        200,
        Map.of("content-type", "application/xml"),
        "<?xml version='1.0'?><sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
            + "<sitemap><loc>"
            + SITE
            + "/a.xml</loc></sitemap>"
            + "<sitemap><loc>"
            + SITE
            + "/index.xml</loc></sitemap></sitemapindex>");
    web.page(
        SITE + "/a.xml",
        200,
        Map.of("content-type", "application/xml"),
        "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
            + "<url><loc>"
            + SITE
            + "/contact</loc></url>"
            + "<url><loc>https://other.example/x</loc></url>"
            + "<url><loc>https://www.company.example/about</loc></url></urlset>");

    assertThat(pages.known("company.example"))
        .containsExactly(SITE + "/contact", "https://www.company.example/about");
    assertThat(web.urls()).noneMatch(url -> url.contains("other.example"));
    assertThat(pages.known("none.example")).isEmpty();
  }

  @Test
  void moreThanFiftyHostsAreReadOnlyWithAContact() throws Exception {
    LivePages anonymous = LivePages.builder(web).time(web, web).build();
    for (int i = 0; i < 50; i++) {
      web.page("https://h" + i + ".example/", TEXT);
      assertThat(anonymous.fetch("https://h" + i + ".example/").page()).isPresent();
    }
    web.page(HOME, TEXT);

    assertThat(anonymous.fetch(HOME))
        .isInstanceOfSatisfying(
            PageLookup.Failed.class, f -> assertThat(f.reason()).contains("contact"));
    assertThat(anonymous.fetch("https://h7.example/").page()).isPresent();
    assertThat(reason(HOME)).isEqualTo("found");
  }

  @Test
  void whatWasRecordedIsReplayedAsItWas(@TempDir Path folder) throws Exception {
    web.redirect(HOME, SITE + "/home")
        .page(
            SITE + "/home",
            200,
            Map.of("content-type", "text/html; charset=iso-8859-1", "content-encoding", "gzip"),
            zipped("<p>São João".getBytes(Charset.forName("ISO-8859-1"))));
    Path file = folder.resolve("crawl.warc.gz");
    PageLookup.Found live;
    try (ArchiveWriter writer = ArchiveWriter.create(file)) {
      live = builder().recording(writer).build().fetch(HOME).page().orElseThrow();
    }

    try (PageArchive archive = PageArchive.open(file)) {
      PageLookup.Found replayed = archive.fetch(HOME).page().orElseThrow();
      assertThat(replayed.body()).isEqualTo(live.body()).isEqualTo("<p>São João");
      assertThat(replayed.finalUrl()).isEqualTo(live.finalUrl());
      assertThat(archive.urls()).contains(SITE + "/robots.txt");
    }
  }

  @Test
  void aTransportThatCannotBeHeldToCheckedAddressesIsRefused() {
    assertThatThrownBy(() -> LivePages.builder(JdkHttpTransport.create()).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("prospector-http-okhttp");
  }
}
