package dev.prospector.adapter.web.live;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Recognises pages that stand before a site and ask a browser to prove itself. They are not the
 * words of the company, and are not evaded.
 */
final class ChallengePage {

  private static final int LONGEST = 200_000;
  private static final int FEW_WORDS = 400;

  /** Loaded by such pages; also by ordinary ones, which have more to say. */
  private static final List<String> SCRIPTS =
      List.of(
          "/cdn-cgi/challenge-platform/",
          "_cf_chl_opt",
          "cf-browser-verification",
          "_incapsula_resource",
          "captcha-delivery.com",
          "/.well-known/sgcaptcha",
          "px-captcha",
          "ddos-guard",
          "awswafintegration",
          "challenge.js",
          "g-recaptcha",
          "h-captcha",
          "cf-turnstile",
          "sucuri_cloudproxy_js");

  private static final Pattern SCRIPT =
      Pattern.compile("<(script|style|noscript)\\b[^>]{0,2000}>.{0,50000}?</\\1", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<[^>]{0,5000}>");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private ChallengePage() {}

  static boolean is(Map<String, List<String>> headers, String body) {
    if (headers.getOrDefault("cf-mitigated", List.of()).contains("challenge")
        || headers.containsKey("x-amzn-waf-action")) {
      return true;
    }
    if (body.length() > LONGEST) {
      return false;
    }
    String lower = body.toLowerCase(Locale.ROOT);
    return SCRIPTS.stream().anyMatch(lower::contains) && words(lower) < FEW_WORDS;
  }

  /** Counts the characters that a reader sees. */
  private static int words(String html) {
    String text = TAG.matcher(SCRIPT.matcher(html).replaceAll("")).replaceAll(" ");
    return SPACE.matcher(text).replaceAll(" ").strip().length();
  }
}
