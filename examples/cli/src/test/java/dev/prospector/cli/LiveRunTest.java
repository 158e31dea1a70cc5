package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.cli.GeneratedSites.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Runs of the real program over a web on this machine. */
class LiveRunTest {

  private static final int SITES = Integer.getInteger("live.sites", 20);

  @TempDir private Path folder;
  private final LocalWeb web;
  private List<Site> sites = List.of();

  LiveRunTest() throws Exception {
    web = LocalWeb.start();
  }

  @BeforeEach
  void start() throws Exception {
    sites = GeneratedSites.in(web, SITES, 17);
    Files.writeString(
        folder.resolve("list.csv"),
        "name,website\n"
            + sites.stream()
                .map(site -> site.name() + "," + web.origin(site.host()) + "/\n")
                .collect(Collectors.joining()));
  }

  @AfterEach
  void stop() {
    web.close();
  }

  private Invocation enrich(String out, Object... more) throws Exception {
    List<Object> words =
        new java.util.ArrayList<>(
            List.of("enrich", "list.csv", "--as-of", "2026-11-30", "--out", out));
    words.addAll(List.of(more));
    try (Program program = web.program(folder, words.toArray())) {
      return program.end();
    }
  }

  private String written(String out) throws Exception {
    return Files.readString(folder.resolve(out));
  }

  @Test
  void aRecordedRunIsReplayedByteForByte() throws Exception {
    Invocation live =
        enrich(
            "live.jsonl",
            "--contact",
            "https://operator.example/bot",
            "--allow",
            web.allowed(),
            "--delay-of-allowed",
            "5ms",
            "--record",
            "crawl.warc.gz");
    assertThat(live.code()).as(live.err()).isZero();
    int asked = web.ledger().size();

    Invocation replay = enrich("replay.jsonl", "--pages", "crawl.warc.gz");
    assertThat(replay.code()).as(replay.err()).isZero();
    assertThat(web.ledger()).hasSize(asked);
    List<String> lines = written("live.jsonl").lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      assertThat(firstDifference(lines.get(i), written("replay.jsonl").lines().toList().get(i)))
          .isEmpty();
    }
    assertThat(Files.mismatch(folder.resolve("live.jsonl"), folder.resolve("replay.jsonl")))
        .isEqualTo(-1);
    assertThat(folder.resolve("crawl.warc.gz.part")).doesNotExist();
    assertThat(JsonLines.read(folder.resolve("live.jsonl"))).hasSize(SITES);
    everyTroubleIsSeen(JsonLines.read(folder.resolve("live.jsonl")));
  }

  /** A whole line is too long to be read in a report. */
  private static String firstDifference(String one, String other) {
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at == one.length() && at == other.length()
        ? ""
        : one.substring(Math.max(0, at - 80), Math.min(one.length(), at + 80))
            + " // "
            + other.substring(Math.max(0, at - 80), Math.min(other.length(), at + 80));
  }

  private void everyTroubleIsSeen(List<JsonNode> leads) {
    assertThat(text(leads, GeneratedSites.Trouble.FORBIDDEN)).contains("robots.txt forbids");
    assertThat(text(leads, GeneratedSites.Trouble.CHALLENGE)).contains("prove themselves");
    assertThat(text(leads, GeneratedSites.Trouble.WRONG_CHARSET)).contains("caminhões");
    assertThat(text(leads, GeneratedSites.Trouble.SITEMAP)).contains("+5541");
    assertThat(web.ledger()).noneMatch(asked -> asked.path().equals("/interno"));
  }

  private String text(List<JsonNode> leads, GeneratedSites.Trouble trouble) {
    return sites.stream()
        .filter(site -> site.trouble() == trouble)
        .map(site -> leads.get(sites.indexOf(site)).toString())
        .findFirst()
        .orElseThrow();
  }
}
