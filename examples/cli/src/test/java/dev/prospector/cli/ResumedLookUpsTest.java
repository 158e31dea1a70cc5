package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.cli.LocalWeb.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A run that was killed goes on with the search and the register that it was begun with. */
class ResumedLookUpsTest {

  private static final String SEARCH = "busca.example";
  private static final String REGISTER = "registro.example";
  private static final String RUN = "looked-up";
  private static final String FIRST = "11222333000181";
  private static final String SECOND = "11444777000161";
  private static final int FOR_EVER = 600_000;

  @TempDir private Path folder;
  private final LocalWeb web;
  private final ConcurrentLinkedQueue<String> queries = new ConcurrentLinkedQueue<>();
  private final Map<String, String> companies = new LinkedHashMap<>();

  ResumedLookUpsTest() throws Exception {
    web = LocalWeb.start();
    companies.put("Alfa Cargas", FIRST);
    companies.put("Beta Cargas", SECOND);
    companies.put("Gama Cargas", "19131243000197");
  }

  @AfterEach
  void stop() {
    web.close();
  }

  private void list() throws Exception {
    List<String> rows = new ArrayList<>(List.of("name,country,cnpj"));
    companies.forEach((name, number) -> rows.add(name + ",Brasil," + number));
    Files.write(folder.resolve("list.csv"), rows);
    companies.forEach((name, number) -> web.page(REGISTER, path(number), registered(name, number)));
    web.service(
        SEARCH,
        query -> {
          queries.add(URLDecoder.decode(query, StandardCharsets.UTF_8));
          return Answer.text("application/json", "{\"results\":[],\"unresponsive_engines\":[]}");
        });
  }

  private static String path(String number) {
    return "/api/cnpj/v1/" + number;
  }

  private static Answer registered(String name, String number) {
    return Answer.text(
        "application/json",
        "{\"cnpj\":\"%s\",\"razao_social\":\"%s LTDA\",\"descricao_situacao_cadastral\":\"ATIVA\"}"
            .formatted(number, name));
  }

  @Test
  void aKilledRunAsksTheSameSearchAndRegisterAndNotAgainWhatALeadWasTold() throws Exception {
    list();
    web.page(REGISTER, path(SECOND), registered("Beta Cargas", SECOND).after(FOR_EVER));
    try (Program program = web.program(folder, enrich())) {
      program.progress(progress -> progress.path("ended").asInt() == 1);
      program.kill();
    }
    web.page(REGISTER, path(SECOND), registered("Beta Cargas", SECOND));
    int asked = queries.size();
    try (Program program = web.program(folder, "resume", RUN, "--store", store())) {
      Invocation resumed = program.end();
      assertThat(resumed.code()).as(resumed.err()).isZero();
    }

    List<JsonNode> leads = JsonLines.read(folder.resolve("leads.jsonl"));
    assertThat(leads).hasSize(companies.size());
    int at = 0;
    for (String name : companies.keySet()) {
      assertThat(leads.get(at++).toString()).contains(name + " LTDA", "ATIVA");
    }
    assertThat(queries).hasSizeGreaterThan(asked);
    assertThat(queries.stream().filter(query -> query.contains("Alfa Cargas")))
        .isNotEmpty()
        .doesNotHaveDuplicates();
    assertThat(web.ledger().stream().map(LocalWeb.Asked::path)).containsOnlyOnce(path(FIRST));
  }

  private String store() {
    return "sqlite:" + folder.resolve("kept.db");
  }

  private Object[] enrich() {
    return new Object[] {
      "enrich",
      "list.csv",
      "--offline",
      "--pipeline",
      "enhanced",
      "--search",
      "searxng=" + web.origin(SEARCH),
      "--registry",
      "brasilapi=" + web.origin(REGISTER),
      "--concurrency",
      "1",
      "--progress",
      "json",
      "--as-of",
      "2026-11-30",
      "--store",
      store(),
      "--run-id",
      RUN,
      "--out",
      "leads.jsonl"
    };
  }
}
