package dev.prospector.adapter.search;

import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpUrl;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tavily's {@code /search}: one page of up to twenty hits. */
final class TavilyForm implements SearchForm {

  private static final int MOST = 20;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Override
  public HttpRequest request(HttpUrl base, String key, Asked asked) {
    ObjectNode body = MAPPER.createObjectNode();
    body.put("query", asked.query());
    body.put("search_depth", "basic");
    body.put("topic", "general");
    body.put("max_results", Math.min(MOST, asked.wanted()));
    if (!asked.country().isEmpty()) {
      String name = new Locale("", asked.country()).getDisplayCountry(Locale.ENGLISH);
      body.put("country", name.toLowerCase(Locale.ROOT));
    }
    return SearchForm.post(base, "/search", body).withHeader("Authorization", "Bearer " + key);
  }

  @Override
  public Answer read(JsonNode body) {
    return SearchForm.list(body.path("results"), "url", "title", "content");
  }

  @Override
  public int perPage() {
    return MOST;
  }

  @Override
  public boolean hasPages() {
    return false;
  }

  @Override
  public String messageAt() {
    return "/detail/error";
  }
}
