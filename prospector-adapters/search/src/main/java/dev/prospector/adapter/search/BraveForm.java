package dev.prospector.adapter.search;

import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpUrl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Brave's {@code /res/v1/web/search}. */
final class BraveForm implements SearchForm {

  private static final int MOST = 20;

  /** Other countries are refused; those are searched everywhere. */
  private static final Set<String> COUNTRIES =
      Set.of(
          "AR", "AU", "AT", "BE", "BR", "CA", "CL", "DK", "FI", "FR", "DE", "GR", "HK", "IN", "ID",
          "IT", "JP", "KR", "MY", "MX", "NL", "NZ", "NO", "CN", "PL", "PT", "PH", "RU", "SA", "ZA",
          "ES", "SE", "CH", "TW", "TR", "GB", "US");

  @Override
  public HttpRequest request(HttpUrl base, String key, Asked asked) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("q", asked.query());
    query.put("count", String.valueOf(MOST));
    query.put("offset", String.valueOf(asked.page()));
    query.put("text_decorations", "false");
    query.put("result_filter", "web");
    if (!asked.country().isEmpty()) {
      query.put("country", COUNTRIES.contains(asked.country()) ? asked.country() : "ALL");
    }
    if (!asked.language().isEmpty()) {
      query.put("search_lang", language(asked));
    }
    return SearchForm.get(base, "/res/v1/web/search", query)
        .withHeader("X-Subscription-Token", key);
  }

  /** Portuguese is two languages there. */
  private static String language(Asked asked) {
    String bare = asked.bareLanguage();
    if (!bare.equals("pt")) {
      return bare;
    }
    return asked.language().endsWith("PT") ? "pt-pt" : "pt-br";
  }

  /** A query without results has no part for the web at all. */
  @Override
  public Answer read(JsonNode body) {
    if (!body.path("type").asString("").equals("search")) {
      return Answer.failed("the answer is none of a search");
    }
    return body.has("web")
        ? SearchForm.list(body.path("web").path("results"), "url", "title", "description")
        : Answer.of(java.util.List.of());
  }

  @Override
  public int perPage() {
    return MOST;
  }

  @Override
  public boolean hasPages() {
    return true;
  }

  @Override
  public String messageAt() {
    return "/error/detail";
  }
}
