package dev.prospector.adapter.web.live;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads whether a page is kept from machines by its owner: {@code noai}, or the TDM protocol. */
final class Reservation {

  private static final int LOOKED_AT = 64 << 10;
  private static final Pattern META =
      Pattern.compile("<meta\\s[^>]{0,1000}>", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile("name\\s{0,9}=\\s{0,9}[\"']?(robots|prospectorbot|tdm-reservation)\\b");
  private static final Pattern CONTENT =
      Pattern.compile("content\\s{0,9}=\\s{0,9}[\"']?([^\"'>]{0,200})");
  private static final Pattern NO_AI = Pattern.compile("(?:^|[\\s,;])noai(?:$|[\\s,;])");

  private Reservation() {}

  /** Returns what the owner says, if the page is reserved. */
  static Optional<String> of(Map<String, List<String>> headers, String body) {
    if (headers.getOrDefault("tdm-reservation", List.of()).contains("1")) {
      return Optional.of("tdm-reservation");
    }
    for (String value : headers.getOrDefault("x-robots-tag", List.of())) {
      if (NO_AI.matcher(value.toLowerCase(Locale.ROOT)).find()) {
        return Optional.of("noai");
      }
    }
    return inMeta(body.substring(0, Math.min(body.length(), LOOKED_AT)));
  }

  private static Optional<String> inMeta(String html) {
    Matcher meta = META.matcher(html);
    while (meta.find()) {
      String tag = meta.group().toLowerCase(Locale.ROOT);
      Matcher name = NAME.matcher(tag);
      Matcher content = CONTENT.matcher(tag);
      if (name.find() && content.find()) {
        boolean tdm = name.group(1).equals("tdm-reservation");
        if (tdm ? content.group(1).strip().equals("1") : NO_AI.matcher(content.group(1)).find()) {
          return Optional.of(tdm ? "tdm-reservation" : "noai");
        }
      }
    }
    return Optional.empty();
  }
}
