package dev.prospector.adapter.search;

import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpUrl;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Serper's {@code /search}. */
final class SerperForm implements SearchForm {

  private static final int MOST = 10;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Override
  public HttpRequest request(HttpUrl base, String key, Asked asked) {
    ObjectNode body = MAPPER.createObjectNode();
    body.put("q", asked.query());
    body.put("num", MOST);
    body.put("page", asked.page() + 1);
    if (!asked.country().isEmpty()) {
      body.put("gl", asked.country().toLowerCase(Locale.ROOT));
    }
    if (!asked.language().isEmpty()) {
      body.put("hl", asked.language().toLowerCase(Locale.ROOT));
    }
    return SearchForm.post(base, "/search", body).withHeader("X-API-KEY", key);
  }

  @Override
  public Answer read(JsonNode body) {
    return SearchForm.list(body.path("organic"), "link", "title", "snippet");
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
    return "/message";
  }
}
