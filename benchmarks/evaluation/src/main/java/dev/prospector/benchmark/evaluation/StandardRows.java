package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.address.ParsedAddress;
import dev.prospector.agents.address.WebAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the web platform tests: parsing with a base, and domains to ASCII. */
final class StandardRows {

  private static final String REFUSED = "refused";

  private StandardRows() {}

  static void measureUrls(Path file, UrlTally tally) throws IOException {
    for (JsonNode row : JsonMapper.builder().build().readTree(Files.readString(file))) {
      if (row.isObject()) {
        String input = row.path("input").asString("");
        String base = row.path("base").asString("");
        tally.check(
            "wpt_agreement", input + " @ " + base, expected(row), () -> parsed(input, base));
      }
    }
  }

  private static String expected(JsonNode row) {
    boolean web = row.path("protocol").asString("").matches("https?:");
    boolean user =
        !(row.path("username").asString("") + row.path("password").asString("")).isEmpty();
    return web && !user ? row.path("href").asString("") : REFUSED;
  }

  private static String parsed(String input, String base) {
    Optional<WebAddress> from = WebAddress.parse(base).address();
    ParsedAddress parsed =
        from.map(address -> address.resolve(input)).orElseGet(() -> WebAddress.parse(input));
    parsed.address().ifPresent(WebAddress::canonical);
    return parsed.address().map(WebAddress::href).orElse(REFUSED);
  }

  static void measureHosts(Path file, UrlTally tally) throws IOException {
    for (JsonNode row : JsonMapper.builder().build().readTree(Files.readString(file))) {
      if (row.isObject()) {
        String input = row.path("input").asString("");
        String expected = row.path("output").asString(REFUSED);
        tally.check("wpt_agreement", input, expected, () -> host(input));
      }
    }
  }

  private static String host(String input) {
    ParsedAddress parsed = WebAddress.parse("https://" + input + "/x");
    parsed.address().ifPresent(WebAddress::canonical);
    return parsed.address().map(WebAddress::host).orElse(REFUSED);
  }
}
