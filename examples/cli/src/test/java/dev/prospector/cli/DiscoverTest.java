package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.cli.GeneratedSites.Site;
import dev.prospector.cli.GeneratedSites.Trouble;
import dev.prospector.cli.LocalWeb.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program finds companies in a web on this machine, by a search on this machine. */
class DiscoverTest {

  private static final int SITES = Integer.getInteger("live.sites", 20);
  private static final String SEARCH = "busca.example";
  private static final String RUN = "discovered";

  @TempDir private Path folder;
  private final LocalWeb web;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<String, Integer> turns = new ConcurrentHashMap<>();
  private List<Site> sites = List.of();

  DiscoverTest() throws Exception {
    web = LocalWeb.start();
  }

  @BeforeEach
  void start() throws Exception {
    sites = GeneratedSites.in(web, SITES, 23);
    web.service(SEARCH, this::found);
    Files.writeString(
        folder.resolve("context.yaml"),
        """
        language: pt-BR
        what_we_sell: Sistema de roteirização
        industries: [transporte rodoviário de cargas, logística]
        pains: [rotas em planilhas, atrasos frequentes, gasto com combustível]
        competitors: [Frotalume]
        places: [Brasil]
        """);
  }

  @AfterEach
  void stop() {
    web.close();
  }

  /** SearXNG's answer: pages of ten, and what is never a customer among them. */
  private Answer found(String query) {
    int page = Integer.parseInt(query.replaceFirst(".*pageno=(\\d+).*", "$1"));
    String text = URLDecoder.decode(query, StandardCharsets.UTF_8);
    String words = text.replaceFirst("^q=", "").replaceFirst("&.*", "");
    int first = turns.computeIfAbsent(words, w -> next.getAndAdd(50) % sites.size());
    List<String> results = new ArrayList<>();
    for (int i = (page - 1) * 10; i < Math.min(sites.size(), page * 10); i++) {
      Site site = sites.get((i + first) % sites.size());
      results.add(
          "{\"url\":\""
              + web.origin(site.host())
              + "/\",\"title\":\""
              + site.name()
              + "\",\"content\":\"Transporte rodoviário de cargas, rotas em planilhas\"}");
    }
    results.add(
        "{\"url\":\"https://www.frotalume.com/\",\"title\":\"Frotalume\",\"content\":\"\"}");
    results.add("{\"url\":\"https://br.linkedin.com/company/x\",\"title\":\"X\",\"content\":\"\"}");
    return Answer.text(
        "application/json",
        "{\"results\":[" + String.join(",", results) + "],\"unresponsive_engines\":[]}");
  }

  private Program discover(String out, String store, Object... more) throws Exception {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "discover",
                "--context",
                "context.yaml",
                "--search",
                "searxng=" + web.origin(SEARCH),
                "--store",
                "sqlite:" + folder.resolve(store),
                "--run-id",
                RUN,
                "--accept-from",
                "0.3",
                "--limit",
                String.valueOf(SITES),
                "--hits",
                "200",
                "--contact",
                "https://operator.example/bot",
                "--allow",
                web.allowed(),
                "--delay-of-allowed",
                "20ms",
                "--as-of",
                "2026-11-30",
                "--verify",
                "phone",
                "--out",
                out));
    words.addAll(List.of(more));
    return web.program(folder, words.toArray());
  }

  private Invocation ended(String out, String store) throws Exception {
    try (Program program = discover(out, store)) {
      return program.end();
    }
  }

  @Test
  void companiesAreFoundTriagedAndEnrichedAndAKilledRunGoesOnWithTheSameResult() throws Exception {
    Invocation whole = ended("whole.jsonl", "whole.db");
    assertThat(whole.code()).as(whole.err()).isZero();
    assertThat(JsonLines.read(folder.resolve("whole.jsonl"))).hasSize(SITES);
    assertThat(whole.err()).contains("1 competitor", "1 social");
    int before = web.ledger().size();

    killedInTheMiddle(before);
    Invocation resumed = resumed("resumed.db");
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(withoutTimes("resumed.jsonl")).isEqualTo(withoutTimes("whole.jsonl"));
    assertThat(askedTwice(before)).isEmpty();
  }

  /** All that the run was begun with is in the store. */
  private Invocation resumed(String store) throws Exception {
    try (Program program =
        web.program(folder, "resume", RUN, "--store", "sqlite:" + folder.resolve(store))) {
      return program.end();
    }
  }

  /** Ends the run with -9 while no host answers, once a part of it is done. */
  private void killedInTheMiddle(int before) throws Exception {
    try (Program program = discover("resumed.jsonl", "resumed.db", "--progress", "json")) {
      program.progress(progress -> progress.path("ended").asInt() >= SITES / 5);
      web.cut(true);
      TimeUnit.SECONDS.sleep(1);
      program.kill();
    }
    web.cut(false);
    assertThat(web.ledger().size()).isGreaterThan(before);
  }

  /** When a page was read is said in leads; what it said is not changed by that. */
  private List<String> withoutTimes(String file) throws Exception {
    return Files.readAllLines(folder.resolve(file)).stream()
        .map(line -> line.replaceAll("\"20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z\"", "\"time\""))
        .map(line -> line.replaceAll("\"[0-9a-f]{64}\"", "\"id\""))
        .toList();
  }

  /**
   * Returns pages that their host gave, and was asked for again. A huge one may still be on its way
   * when a busy machine's program dies, and is asked for once more then.
   */
  private List<String> askedTwice(int before) {
    Map<String, Integer> given = new HashMap<>();
    web.ledger().stream()
        .skip(before)
        .filter(asked -> !asked.host().equals(SEARCH) && !asked.path().equals("/robots.txt"))
        .filter(asked -> asked.status() == 200)
        .forEach(asked -> given.merge(asked.host() + asked.path(), 1, Integer::sum));
    return given.entrySet().stream()
        .filter(page -> page.getValue() > (trouble(page.getKey()) == Trouble.HUGE ? 2 : 1))
        .map(page -> page.getKey() + " " + trouble(page.getKey()))
        .collect(Collectors.toList());
  }

  private Trouble trouble(String page) {
    return sites.stream()
        .filter(site -> page.startsWith(site.host() + "/"))
        .map(Site::trouble)
        .findFirst()
        .orElse(Trouble.NONE);
  }

  @Test
  void candidatesWaitForAPersonUnlessRulesDecide() throws Exception {
    Path store = folder.resolve("waiting.db");
    try (Program program =
        web.program(
            folder,
            "discover",
            "--context",
            "context.yaml",
            "--search",
            "searxng=" + web.origin(SEARCH),
            "--store",
            "sqlite:" + store,
            "--allow",
            web.allowed())) {
      Invocation run = program.end();
      assertThat(run.code()).as(run.err()).isZero();
    }
    Invocation waiting = Invocation.of(folder, "candidates", "list", "--store", "sqlite:" + store);
    assertThat(waiting.out()).contains("empresa1.example", "Transporte rodoviário");
    Invocation.of(folder, "candidates", "accept", "empresa1.example", "--store", "sqlite:" + store);
    Invocation.of(folder, "candidates", "reject", "empresa2.example", "--store", "sqlite:" + store);
    Invocation csv =
        Invocation.of(
            folder,
            "candidates",
            "list",
            "--state",
            "accepted",
            "--csv",
            "--store",
            "sqlite:" + store);
    assertThat(csv.out().lines())
        .containsExactly(
            "name,website",
            // No part of the title goes with the domain, so that the name is left to the research.
            "\"\",\"" + web.origin("empresa1.example") + "/\"");
    Invocation none =
        Invocation.of(
            folder, "candidates", "accept", "nobody.example", "--store", "sqlite:" + store);
    assertThat(none.code()).isEqualTo(3);
  }

  @Test
  void queriesPrintsThePlan() {
    Invocation plan = Invocation.of(folder, "queries", "--context", folder.resolve("context.yaml"));
    assertThat(plan.code()).isZero();
    assertThat(plan.out()).contains("problem", "growth", "intent", "displacement", "\"Frotalume\"");
    assertThat(plan.out()).doesNotContain("roteirização");
  }

  @Test
  void aSearchWithoutItsKeySaysWhichVariable() {
    Invocation run =
        Invocation.of(
            folder,
            "discover",
            "--context",
            folder.resolve("context.yaml"),
            "--search",
            "brave",
            "--store",
            "sqlite:" + folder.resolve("x.db"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("BRAVE_API_KEY");
  }
}
