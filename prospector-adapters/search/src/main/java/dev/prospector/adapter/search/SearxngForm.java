package dev.prospector.adapter.search;

import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpUrl;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** SearXNG's {@code /search?format=json}, which its operator has to allow. */
final class SearxngForm implements SearchForm {

  @Override
  public HttpRequest request(HttpUrl base, String key, Asked asked) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("q", asked.query());
    query.put("format", "json");
    query.put("categories", "general");
    query.put("pageno", String.valueOf(asked.page() + 1));
    String language = asked.bareLanguage();
    if (!language.isEmpty()) {
      query.put(
          "language",
          asked.country().isEmpty() ? asked.language() : language + "-" + asked.country());
    }
    return SearchForm.get(base, "/search", query);
  }

  /** No result is only none if its engines answered. */
  @Override
  public Answer read(JsonNode body) {
    Answer answer = SearchForm.list(body.path("results"), "url", "title", "content");
    JsonNode silent = body.path("unresponsive_engines");
    return answer.failure().isEmpty() && answer.hits().isEmpty() && !silent.isEmpty()
        ? Answer.failed("its engines did not answer: " + silent)
        : answer;
  }

  @Override
  public int perPage() {
    return 10;
  }

  @Override
  public boolean hasPages() {
    return true;
  }

  @Override
  public String messageAt() {
    return "/error";
  }
}
