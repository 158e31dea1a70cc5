package dev.prospector.adapter.search;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.http.HttpSettings;
import dev.prospector.http.JdkHttpTransport;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryResponseCache;
import dev.prospector.money.Money;
import dev.prospector.testkit.FixedSearch;
import dev.prospector.testkit.SettableClock;
import dev.prospector.web.WebSearch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HttpSearchTest {

  private static final Account ACCOUNT = new Account(Tenant.DEFAULT, "run");
  private static final SearchSettings PORTUGUESE = SearchSettings.defaults().withLanguage("pt-BR");

  private final Provided provided = new Provided();

  @AfterEach
  void stop() {
    provided.close();
  }

  @ParameterizedTest
  @EnumSource
  void aRecordedAnswerIsReadInItsOrder(SearchProvider provider) throws Exception {
    provided.answering(200, Provided.recorded(provider));
    WebSearch.Result result = provided.search(provider).search("transportadora", "BR", 3);
    assertThat(urls(result))
        .containsExactly(
            "https://aroeira.example/", "https://cedro.example/sobre", "https://jatoba.example/");
    List<WebSearch.Hit> hits = result.fold(WebSearch.Result.Hits::all, f -> List.of());
    assertThat(hits.get(0))
        .isEqualTo(
            new WebSearch.Hit(
                "https://aroeira.example/",
                "Aroeira Transportes",
                "Transporte rodoviário de cargas."));
  }

  private static List<String> urls(WebSearch.Result result) {
    return result.fold(
        hits -> hits.all().stream().map(WebSearch.Hit::url).toList(),
        failed -> List.of(failed.reason()));
  }

  @Test
  void searxngIsAskedInItsForm() throws Exception {
    provided.answering(200, Provided.recorded(SearchProvider.SEARXNG));
    provided.search(SearchProvider.SEARXNG, PORTUGUESE).search("a & b", "BR", 2);
    provided
        .server()
        .verify(
            getRequestedFor(urlPathEqualTo("/search"))
                .withQueryParam("q", equalTo("a & b"))
                .withQueryParam("format", equalTo("json"))
                .withQueryParam("language", equalTo("pt-BR"))
                .withQueryParam("pageno", equalTo("1")));
  }

  @Test
  void braveIsAskedInItsForm() throws Exception {
    provided.answering(200, Provided.recorded(SearchProvider.BRAVE));
    provided.search(SearchProvider.BRAVE, PORTUGUESE).search("fretes", "PY", 2);
    provided
        .server()
        .verify(
            getRequestedFor(urlPathEqualTo("/res/v1/web/search"))
                .withHeader("X-Subscription-Token", equalTo("secret-key"))
                .withQueryParam("country", equalTo("ALL"))
                .withQueryParam("search_lang", equalTo("pt-br"))
                .withQueryParam("offset", equalTo("0")));
  }

  @Test
  void tavilyIsAskedInItsForm() throws Exception {
    provided.answering(200, Provided.recorded(SearchProvider.TAVILY));
    provided.search(SearchProvider.TAVILY).search("fretes", "BR", 50);
    provided
        .server()
        .verify(
            1,
            postRequestedFor(urlPathEqualTo("/search"))
                .withHeader("Authorization", equalTo("Bearer secret-key"))
                .withRequestBody(matchingJsonPath("$.country", equalTo("brazil")))
                .withRequestBody(matchingJsonPath("$.max_results", equalTo("20"))));
  }

  @Test
  void serperIsAskedInItsForm() throws Exception {
    provided.answering(200, Provided.recorded(SearchProvider.SERPER));
    provided.search(SearchProvider.SERPER, PORTUGUESE).search("fretes", "BR", 2);
    provided
        .server()
        .verify(
            postRequestedFor(urlPathEqualTo("/search"))
                .withHeader("X-API-KEY", equalTo("secret-key"))
                .withRequestBody(matchingJsonPath("$.gl", equalTo("br")))
                .withRequestBody(matchingJsonPath("$.hl", equalTo("pt-br"))));
  }

  @Test
  void furtherPagesAreAskedForUntilOneHasNothingNew() throws Exception {
    provided.server().resetAll();
    for (int page = 1; page <= 3; page++) {
      String body =
          "{\"results\":[{\"url\":\"https://a"
              + Math.min(page, 2)
              + ".example/\",\"title\":\"A\",\"content\":\"\"}]}";
      provided
          .server()
          .stubFor(
              any(urlPathEqualTo("/search"))
                  .withQueryParam("pageno", equalTo(String.valueOf(page)))
                  .willReturn(aResponse().withBody(body)));
    }
    WebSearch.Result result = provided.search(SearchProvider.SEARXNG).search("a", "", 40);
    assertThat(urls(result)).containsExactly("https://a1.example/", "https://a2.example/");
    provided.server().verify(3, anyRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @CsvSource({
    "BRAVE,422,'{\"type\":\"ErrorResponse\",\"error\":{\"code\":\"SUBSCRIPTION_TOKEN_INVALID\"}}',refuses the key: check BRAVE_API_KEY,NEVER",
    "BRAVE,429,'{}',too many requests,BACK_OFF",
    "TAVILY,401,'{\"detail\":{\"error\":\"Unauthorized\"}}',refuses the key: check TAVILY_API_KEY: Unauthorized,NEVER",
    "TAVILY,432,'{}',no more credits,NEVER",
    "SERPER,403,'{\"message\":\"Unauthorized.\"}',refuses the key: check SERPER_API_KEY,NEVER",
    "SERPER,400,'{\"message\":\"Not enough credits\"}',no more credits,NEVER",
    "SEARXNG,403,'<html>',search.formats,NEVER",
    "SEARXNG,400,'x',does not understand,NEVER",
    "SERPER,502,'<html>',fails with status 502,BACK_OFF"
  })
  void anErrorSaysWhatCanBeDone(
      SearchProvider provider, int status, String body, String said, String advice) {
    provided.answering(status, body);
    assertThatThrownBy(() -> provided.search(provider).search("x", "", 1))
        .isInstanceOfSatisfying(
            PortException.class,
            e -> {
              assertThat(e.getMessage()).contains(said).doesNotContain("secret-key");
              assertThat(e.advice().kind().name()).isEqualTo(advice);
            });
  }

  @Test
  void aServerThatSaysWhenIsWaitedForSoLong() {
    provided.answering(429, "{}", new HttpHeader("Retry-After", "7"));
    assertThatThrownBy(() -> provided.search(SearchProvider.BRAVE).search("x", "", 1))
        .isInstanceOfSatisfying(
            PortException.class,
            e -> assertThat(e.advice()).isEqualTo(RetryAdvice.after(Duration.ofSeconds(7))));
  }

  @Test
  void enginesThatDidNotAnswerAreNotAnEmptyWeb() throws Exception {
    provided.answering(200, "{\"results\":[],\"unresponsive_engines\":[[\"bing\",\"timeout\"]]}");
    assertThat(urls(provided.search(SearchProvider.SEARXNG).search("x", "", 1)).get(0))
        .contains("did not answer", "bing");
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerWithoutItsListIsAFailure(SearchProvider provider) throws Exception {
    for (String body : List.of("{}", "[]", "null", "{\"web\":{}, \"results\":\"no\"}", "")) {
      provided.answering(200, body);
      assertThat(provided.search(provider).search("x", "", 1))
          .as(body)
          .isInstanceOf(WebSearch.Result.Failed.class);
    }
  }

  @Test
  void everyRequestIsReservedAndPaidOnceItWasAnswered() throws Exception {
    provided.answering(200, Provided.recorded(SearchProvider.BRAVE));
    Money most = Money.of("0.012", "USD");
    Budget budget =
        new InMemoryBudget(Limits.of(Limit.money(Limit.Period.RUN, most)), Clock.systemUTC());
    HttpSearch search = provided.search(SearchProvider.BRAVE).paidBy(budget, ACCOUNT);

    assertThat(urls(search.search("a", "", 3))).hasSize(3);
    assertThat(urls(search.search("b", "", 3))).hasSize(3);
    assertThat(urls(search.search("c", "", 3)).get(0)).contains("not asked");
    provided.server().verify(2, anyRequestedFor(anyUrl()));
    assertThat(budget.spending(ACCOUNT).settled().money()).isEqualTo(Money.of("0.01", "USD"));
  }

  @Test
  void aKeyIsNeededAndNeverShown() {
    assertThatThrownBy(
            () ->
                HttpSearch.of(
                    SearchProvider.BRAVE,
                    JdkHttpTransport.create(HttpSettings.defaults()),
                    SearchSettings.defaults()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("BRAVE_API_KEY");
    assertThat(SearchSettings.defaults().withKey("secret-key").toString())
        .doesNotContain("secret-key");
    assertThat(provided.search(SearchProvider.TAVILY).toString()).doesNotContain("secret-key");
  }

  @Test
  void aChainAsksTheCheapestFirstAndTheNextWhereItFindsNothing() throws Exception {
    provided.answering(200, Provided.recorded(SearchProvider.SERPER));
    HttpSearch serper = provided.search(SearchProvider.SERPER);
    HttpSearch free = provided.search(SearchProvider.SEARXNG);
    assertThat(SearchChain.cheapestFirst(List.of(serper, free)).identity()).startsWith("searxng");

    WebSearch.Hit hit = new WebSearch.Hit("https://a.example/", "word", "");
    WebSearch empty = FixedSearch.of();
    WebSearch broken = FixedSearch.failing("down");
    assertThat(urls(SearchChain.of(broken, empty, FixedSearch.of(hit)).search("word", "", 1)))
        .containsExactly("https://a.example/");
    assertThat(SearchChain.of(broken, empty).search("word", "", 1))
        .isEqualTo(new WebSearch.Result.Hits(List.of()));
    assertThat(urls(SearchChain.of(broken, FixedSearch.failing("away")).search("word", "", 1)))
        .containsExactly("down; away");
    provided.answering(500, "");
    assertThat(urls(SearchChain.of(serper, FixedSearch.of(hit)).search("word", "", 1)))
        .containsExactly("https://a.example/");
    assertThatThrownBy(() -> SearchChain.of(serper, broken).search("word", "", 1))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.advice().isPassing()).isTrue());
    provided.answering(403, "");
    assertThat(urls(SearchChain.of(serper, broken).search("word", "", 1)).get(0))
        .contains("refuses the key", "down");
  }

  @Test
  void anAnswerIsKeptForAsLongAsItMayBeOld() throws Exception {
    provided.answering(200, Provided.recorded(SearchProvider.SERPER));
    SettableClock clock = new SettableClock(Instant.parse("2026-11-30T12:00:00Z"));
    WebSearch cached =
        new CachedSearch(
            provided.search(SearchProvider.SERPER),
            new InMemoryResponseCache(100, clock),
            Tenant.DEFAULT,
            Duration.ofDays(7));
    WebSearch.Result first = cached.search("x", "BR", 3);
    assertThat(cached.search("x", "BR", 3)).isEqualTo(first);
    provided.server().verify(1, anyRequestedFor(anyUrl()));
    cached.search("x", "PT", 3);
    clock.advance(Duration.ofDays(8));
    cached.search("x", "BR", 3);
    provided.server().verify(3, anyRequestedFor(anyUrl()));
  }
}
