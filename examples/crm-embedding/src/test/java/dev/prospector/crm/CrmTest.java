package dev.prospector.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.RunStore;
import dev.prospector.testkit.FixedPages;
import dev.prospector.web.PageSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The whole CRM, over HTTP, as its page uses it. */
class CrmTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern RUN = Pattern.compile("\"run\":\"([^\"]+)\"");

  @TempDir static Path folder;
  private static ConfigurableApplicationContext crm;

  /** Pages in place of the web. */
  @Configuration(proxyBeanMethods = false)
  static class Pages {
    @Bean
    PageSource pages() {
      return FixedPages.of(
              "https://northgate.example/",
              "<title>Northgate Haulage</title><p>We run 120 trucks from our yard in Leeds.</p>")
          .and(
              "https://harbour.example/",
              "<title>Harbour Bakery</title><p>Fresh bread since dawn, for the whole harbour.</p>");
    }
  }

  private static ConfigurableApplicationContext start() {
    SpringApplication application = new SpringApplication(CrmApplication.class, Pages.class);
    return application.run(
        "--server.port=0",
        "--spring.main.banner-mode=off",
        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("crm"),
        "--prospector.store.url=sqlite:" + folder.resolve("research.db"),
        "--prospector.pages.archive=",
        "--crm.look=100ms");
  }

  @BeforeAll
  static void startCrm() {
    crm = start();
  }

  @AfterAll
  static void stop() {
    if (crm != null) {
      crm.close();
    }
  }

  private static URI at(String path) {
    return URI.create(
        "http://localhost:" + crm.getEnvironment().getProperty("local.server.port") + path);
  }

  private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static String research() throws IOException, InterruptedException {
    String answer =
        send(HttpRequest.newBuilder(at("/research")).POST(HttpRequest.BodyPublishers.noBody()));
    Matcher run = RUN.matcher(answer);
    assertThat(run.find()).as(answer).isTrue();
    return run.group(1);
  }

  @Test
  void thePageIsToldOfEverythingUntilTheRunHasEnded() throws Exception {
    String run = research();
    String told = send(HttpRequest.newBuilder(at("/prospector/api/runs/" + run + "/events")));
    assertThat(told)
        .contains("event: pipeline_start")
        .contains("event: agent_start")
        .contains("event: pipeline_end");
    assertThat(told.split("event: lead_enrichment_end", -1)).hasSize(3);
  }

  @Test
  void finishedLeadsStandInTheCrmsOwnTableWithTheWordsOfTheirSource() throws Exception {
    research();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              List<Customer> customers = crm.getBean(Customers.class).all();
              assertThat(customers.get(0).vehicles()).isEqualTo(120);
              assertThat(customers.get(0).vehiclesQuote()).isEqualTo("120 trucks");
              assertThat(customers.get(0).tier()).isNotNull();
              assertThat(customers.get(1).vehicles()).isNull();
            });
    assertThat(send(HttpRequest.newBuilder(at("/customers")))).contains("120 trucks");
  }

  @Test
  void whatIsTakenTwiceIsThereOnce() throws Exception {
    RunId run = RunId.of(research());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !crm.getBean(Customers.class).untaken().contains(run));
    List<Customer> once = crm.getBean(Customers.class).all();
    for (RunEvent event : crm.getBean(RunStore.class).events(Tenant.DEFAULT, run, 0, 1_000)) {
      crm.getBean(TakeFinishedLeads.class).take(run, event);
    }
    assertThat(crm.getBean(Customers.class).all()).isEqualTo(once);
  }
}
