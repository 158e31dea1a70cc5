package dev.prospector.adapter.search;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.http.HttpResponse;
import dev.prospector.http.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Says what an answer that is no success means, and whether trying again can help. */
final class SearchErrors {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int LONGEST = 200;

  private SearchErrors() {}

  static PortException of(SearchProvider provider, HttpResponse response) {
    return new PortException(
        "web-search", provider.key() + " " + text(provider, response), advice(response));
  }

  private static String text(SearchProvider provider, HttpResponse response) {
    String said = said(provider, response);
    String quoted = said.isEmpty() ? "" : ": " + said;
    int status = response.status();
    if (status == 403 && provider == SearchProvider.SEARXNG) {
      return "does not answer in JSON: its operator adds 'json' to search.formats in settings.yml";
    }
    if (status == 401 || status == 403 || isBadToken(provider, response)) {
      return "refuses the key: check " + provider.variable() + quoted;
    }
    if (status == 402 || status == 432 || status == 433 || isOutOfCredits(said)) {
      return "has no more credits for this key" + quoted;
    }
    if (status == 429) {
      return "has had too many requests" + quoted;
    }
    return (status >= 500 ? "fails" : "does not understand the request")
        + " with status "
        + status
        + quoted;
  }

  /** Brave calls a wrong token an entity that cannot be processed. */
  private static boolean isBadToken(SearchProvider provider, HttpResponse response) {
    return provider == SearchProvider.BRAVE
        && response.status() == 422
        && response.text().contains("SUBSCRIPTION_TOKEN_INVALID");
  }

  /** Serper says so with the status of a bad request. */
  private static boolean isOutOfCredits(String said) {
    return said.toLowerCase(java.util.Locale.ROOT).contains("not enough credits");
  }

  private static RetryAdvice advice(HttpResponse response) {
    if (response.status() == 429) {
      Duration wait = RetryAfter.in(response.headers(), Instant.EPOCH);
      return wait.isZero() ? RetryAdvice.backOff() : RetryAdvice.after(wait);
    }
    return response.status() >= 500 ? RetryAdvice.backOff() : RetryAdvice.never();
  }

  /** The provider's own words may be of use; they never repeat the key. */
  private static String said(SearchProvider provider, HttpResponse response) {
    try {
      String text =
          MAPPER.readTree(response.text()).at(provider.form().messageAt()).asString("").strip();
      return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    } catch (JacksonException e) {
      return "";
    }
  }
}
