package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Checks quotes against kept texts by means of the documented form alone: nothing of the library's
 * evidence code is used, so that a mistake in it cannot hide itself.
 */
final class QuoteCheck {

  private QuoteCheck() {}

  /** Checks every claim of every lead; returns how many there are. */
  static int check(List<JsonNode> leads, Path snapshots) throws Exception {
    int claims = 0;
    for (JsonNode lead : leads) {
      for (JsonNode claim : lead.path("claims")) {
        check(claim, snapshots);
        claims++;
      }
    }
    return claims;
  }

  private static void check(JsonNode claim, Path snapshots) throws Exception {
    String id = claim.required("snapshot").asString();
    byte[] bytes = Files.readAllBytes(snapshots.resolve(id + ".txt"));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(id);
    int[] text = new String(bytes, StandardCharsets.UTF_8).codePoints().toArray();
    int start = claim.required("start").asInt();
    int end = claim.required("end").asInt();
    String quote = claim.required("quote").asString();
    assertThat(quote).isNotEmpty();
    assertThat(new String(text, start, end - start)).as(claim.toString()).isEqualTo(quote);
    assertThat(claim.required("derivation").asString()).isIn("DERIVED", "QUOTED");
    assertThat(claim.required("confidence").asDouble()).isBetween(0.0, 1.0);
    assertThat(claim.required("field").asString()).isNotEmpty();
    assertThat(claim.has("value")).isTrue();
  }
}
