package dev.prospector.adapter.search;

import dev.prospector.http.HttpBody;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** How one provider is asked, and how it answers. */
interface SearchForm {

  /**
   * What is asked.
   *
   * @param country ISO 3166-1 alpha-2; empty for anywhere
   * @param language a tag such as {@code pt-BR}; empty for any
   * @param page counted from 0
   * @param wanted how many hits of this page are of use
   */
  record Asked(String query, String country, String language, int page, int wanted) {

    /** Returns the language without its country. */
    String bareLanguage() {
      return language.replaceFirst("[-_].*", "");
    }
  }

  /** A page of hits. */
  record Answer(List<dev.prospector.web.WebSearch.Hit> hits, String failure) {

    static Answer of(List<dev.prospector.web.WebSearch.Hit> hits) {
      return new Answer(hits, "");
    }

    static Answer failed(String reason) {
      return new Answer(List.of(), reason);
    }
  }

  HttpRequest request(HttpUrl base, String key, Asked asked);

  /** Reads a successful answer; one without its list of results is a failure. */
  Answer read(JsonNode body);

  /** Returns the most hits of one page. */
  int perPage();

  /** Returns whether further pages can be asked for. */
  boolean hasPages();

  /** Returns where in an error's body its message stands, as a JSON pointer. */
  String messageAt();

  static HttpRequest get(HttpUrl base, String path, Map<String, String> query) {
    String text =
        query.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return HttpRequest.get(below(base, path + "?" + text)).withHeader("Accept", "application/json");
  }

  static HttpRequest post(HttpUrl base, String path, JsonNode body) {
    return HttpRequest.post(below(base, path), HttpBody.text(body.toString()))
        .withHeader("Content-Type", "application/json")
        .withHeader("Accept", "application/json");
  }

  /** An instance may live in a folder of its host. */
  private static HttpUrl below(HttpUrl base, String path) {
    String text = base.text();
    return HttpUrl.parse((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
  }

  /** Reads a list of results. */
  static Answer list(JsonNode results, String url, String title, String excerpt) {
    if (!results.isArray()) {
      return Answer.failed("the answer has no list of results");
    }
    List<dev.prospector.web.WebSearch.Hit> hits = new ArrayList<>();
    for (JsonNode result : results) {
      String address = result.path(url).asString("");
      if (address.startsWith("http://") || address.startsWith("https://")) {
        hits.add(
            new dev.prospector.web.WebSearch.Hit(
                address, result.path(title).asString(""), result.path(excerpt).asString("")));
      }
    }
    return Answer.of(hits);
  }
}
